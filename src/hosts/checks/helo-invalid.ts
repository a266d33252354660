import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed } from '../../dns/resolver.ts';
import { quoted } from '../../domain.ts';
import { phrase } from '../../text/say.ts';
import { readHelo } from '../helo.ts';

export const heloInvalid = defineCheck({
  id: 'helo-invalid',
  area: 'helo',
  needs: ['helo'],
  optional: ['senders'],
  severity: 'warning',
  reference: 'RFC 5321 §2.3.5, §4.1.1.1',
  messages: {
    title: 'The EHLO name {name} is no full host name',
    explanation:
      '{name} {fault}. {origin} A host names itself in EHLO by a full domain name that leads to its address, such as mail.{domain}; labels consist of letters, digits and hyphens.',
    consequence:
      'Some server software refuses malformed names, and some receivers defer mail from hosts whose name is not a full one.',
    remedy:
      'Set the EHLO name in the configuration of the mail server (myhostname in Postfix, primary_hostname in Exim) to a name with an address record that leads to the sending address, at best the one in its PTR record.',
  },
  applies: ({ helo: { given, presumed } }) => given !== null || presumed.length > 0,
  *find({ helo: { given, presumed }, senders }, { subject: { domain } }) {
    if (given?.read.kind === 'invalid') {
      const params = { name: quoted(given.text), fault: given.read.fault, domain };
      const origin = { en: 'It was given with --helo.', fr: 'Il a été indiqué avec --helo.' };
      yield { about: given.text, params: { ...params, origin }, evidence: [] };
    }
    for (const { name, address } of presumed) {
      const read = readHelo(name);
      if (read.kind !== 'invalid') continue;
      const sender = senders?.senders.find((one) => one.address === address);
      // A host name that could not be followed may be the one that the host gives.
      const open = sender?.names.find((one) => isFailed(one.addresses) && readHelo(one.name).kind === 'name');
      if (open) {
        yield undetermined(address, open.addresses, false);
        continue;
      }
      const origin = phrase(
        {
          en: 'It is the reverse name of {address}, presumed here because no EHLO name was given.',
          fr: "C'est le nom inverse de {address}, présumé ici faute de nom EHLO indiqué.",
        },
        { address },
      );
      yield {
        about: `${name} ${address}`,
        params: { name: quoted(name), fault: read.fault, domain, origin },
        severity: 'notice',
        evidence: sender ? [evidence(sender.ptr)] : [],
      };
    }
  },
});
