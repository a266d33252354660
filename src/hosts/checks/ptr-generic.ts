import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed } from '../../dns/resolver.ts';
import { parseIp } from '../../text/ip.ts';
import { genericSign } from '../generic-name.ts';
import { hiddenBy } from './senders.ts';

export const ptrGeneric = defineCheck({
  id: 'ptr-generic',
  area: 'ptr',
  needs: ['senders'],
  severity: 'warning',
  reference: 'Practice of receivers (Outlook.com DY-001, Comcast ES000001)',
  messages: {
    title: 'The reverse name of {address} looks automatic',
    explanation:
      'The PTR record of {address} names {name}, which holds {sign}. Networks generate such names mostly for customers who run no mail server.',
    consequence:
      'Filters may count a generated name against the sender, and some receivers refuse the address as a dynamic one.',
    remedy:
      'Have whoever runs the network of {address} set the PTR record to the name of the mail server, such as mail.{domain}, and publish an address record at that name which leads back to {address}.',
  },
  applies: ({ senders }) => senders.senders.some(({ ptr, names }) => names.length > 0 || isFailed(ptr)),
  *find({ senders: { senders } }, { subject: { domain } }) {
    for (const sender of senders) {
      const ip = parseIp(sender.address);
      if (!ip || hiddenBy(sender)) continue;
      const { address, ptr, names } = sender;
      if (isFailed(ptr)) yield undetermined(address, ptr);
      const signs = names.map(({ name }) => ({ name, sign: genericSign(name, ip) }));
      // One name of its own is enough to tell a mail server.
      const [first] = signs.every(({ sign }) => sign !== null) ? signs : [];
      if (!first || first.sign === null) continue;
      const params = { address, domain, name: first.name, sign: first.sign };
      yield { about: address, params, evidence: [evidence(ptr)] };
    }
  },
});
