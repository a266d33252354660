import { defineCheck } from '../../check.ts';
import { quoted } from '../../domain.ts';

export const mailFromSyntax = defineCheck({
  id: 'mail-from-syntax',
  area: 'address',
  needs: ['identities'],
  severity: 'critical',
  reference: 'RFC 5321 §4.1.2',
  messages: {
    title: 'Malformed envelope sender: it {problem}',
    explanation:
      'The envelope sender (MAIL FROM) was given as {address}. It {problem}, so it is no valid mailbox.',
    consequence: 'Receivers refuse the MAIL FROM command, before they have seen anything of the message.',
    remedy:
      'Set the envelope sender (return path) to a plain address such as bounces@{domain}, or to <> where no bounce is wanted.',
  },
  applies: ({ identities }) => identities.mailFrom !== null,
  *find({ identities: { mailFrom } }, { subject: { domain } }) {
    if (!mailFrom || mailFrom.verdict.ok) return;
    const { text, verdict } = mailFrom;
    const params = { address: quoted(text), problem: verdict.problem, domain };
    yield { about: 'envelope sender', params, evidence: [] };
  },
});
