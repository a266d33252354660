import { defineCheck } from '../../check.ts';
import { quoted } from '../../domain.ts';

export const fromSyntax = defineCheck({
  id: 'from-syntax',
  area: 'address',
  needs: ['identities'],
  severity: 'critical',
  reference: 'RFC 5322 §3.4, §3.6.2',
  messages: {
    title: 'Malformed From header: it {problem}',
    explanation:
      'The From header was given as {address}. It {problem}, so receivers cannot be sure who wrote the message and whose DMARC policy applies.',
    consequence: 'Large receivers refuse a message whose From header is malformed.',
    remedy:
      'Write the header as an address, such as news@{domain}, or as a name and the address in angle brackets, such as News <news@{domain}>. A name that holds punctuation goes in double quotes.',
  },
  applies: ({ identities }) => identities.from !== null,
  *find({ identities: { from } }, { subject: { domain } }) {
    if (!from || from.verdict.ok) return;
    const { text, verdict } = from;
    yield {
      about: 'From header',
      params: { address: quoted(text), problem: verdict.problem, domain },
      evidence: [],
    };
  },
});
