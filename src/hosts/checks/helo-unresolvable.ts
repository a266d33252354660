import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed, isVoid } from '../../dns/resolver.ts';

export const heloUnresolvable = defineCheck({
  id: 'helo-unresolvable',
  area: 'helo',
  needs: ['helo'],
  severity: 'warning',
  reference: 'RFC 5321 §2.3.5, §4.1.4',
  messages: {
    title: 'The EHLO name {name} has no address',
    explanation:
      'The sending host names itself {name} in EHLO, and that name has neither an A nor an AAAA record. It must be the name of a host that the DNS knows.',
    consequence:
      'Some receivers defer or refuse mail from a host whose EHLO name does not resolve; many filters count it against the sender.',
    remedy:
      'Publish an A or AAAA record at {name} that leads to the sending address, or set the EHLO name of the mail server to one that has such a record.',
  },
  applies: ({ helo: { given } }) => given?.read.kind === 'name',
  *find({ helo: { given } }) {
    if (given?.read.kind !== 'name' || !given.hosts) return;
    const both = [given.hosts.a, given.hosts.aaaa];
    const { name } = given.read;
    if (both.some(({ answer }) => answer.status === 'found')) return;
    const failed = both.find(isFailed);
    if (failed) yield undetermined(name, failed, false);
    else if (both.every(isVoid)) yield { about: name, params: { name }, evidence: both.map(evidence) };
  },
});
