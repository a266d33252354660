import { defineCheck, evidence, undetermined } from '../check.ts';
import { isFailed, isVoid, recordsOf } from '../dns/resolver.ts';
import { phrase, type Words } from '../text/say.ts';

const maxNamed = 3;

const implicitly: Words = {
  en: 'the address of the domain itself, since it has no MX record',
  fr: "l'adresse du domaine lui-même, faute d'enregistrement MX",
};
const some = { en: '{names} and {more} more', fr: '{names} et {more} de plus' } as const;

export const mxParked = defineCheck({
  id: 'mx-parked',
  area: 'mx',
  needs: ['mx'],
  profiles: ['parked'],
  severity: 'warning',
  reference: 'RFC 7505 §3, §4.2',
  notBeside: ['mx-null-mixed'],
  messages: {
    title: '{domain} does not say that it takes no mail',
    explanation: 'A domain without mail says so with a null MX record, "0 .". Here mail goes to {hosts}.',
    consequence:
      'Senders try to deliver, for days where nothing answers. With a null MX they are told at once, and some receivers refuse mail whose sender could not be answered.',
    remedy:
      'If nobody reads mail to {domain}, publish "{domain}. MX 0 ." as its only MX record. If somebody does, leave it as it is.',
  },
  *find({ mx: { domain, mx, hosts, implicit } }) {
    if (isVoid(mx)) {
      const addresses = [implicit.a, implicit.aaaa];
      const failed = addresses.find(isFailed);
      if (addresses.some(({ answer }) => answer.status === 'found')) {
        yield {
          about: domain,
          params: { domain, hosts: implicitly },
          severity: 'notice',
          evidence: [mx, ...addresses].map(evidence),
        };
      } else if (failed) yield { ...undetermined(domain, failed), blocking: false };
      return;
    }
    if (recordsOf(mx).every(({ exchange }) => exchange === '')) return;
    const names = hosts.map(({ exchange }) => exchange);
    const shown = names.slice(0, maxNamed).join(', ');
    const more = names.length - maxNamed;
    yield {
      about: domain,
      params: { domain, hosts: more > 0 ? phrase(some, { names: shown, more }) : shown },
      evidence: [evidence(mx)],
    };
  },
});
