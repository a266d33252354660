import { defineCheck } from '../../check.ts';
import { quoted } from '../../domain.ts';

export const heloLiteral = defineCheck({
  id: 'helo-literal',
  area: 'helo',
  needs: ['helo'],
  severity: 'notice',
  reference: 'RFC 5321 §4.1.3, §4.1.4',
  messages: {
    title: 'The EHLO name {name} is an address, not a name',
    explanation:
      'An address in brackets is allowed in EHLO for hosts that have no name. A mail server that people are to trust has one.',
    consequence:
      'Some receivers ask for a full host name and defer what comes without; filters count a bare address against the sender.',
    remedy:
      'Set the EHLO name of the mail server to a name whose address record leads to the sending address, at best the one in its PTR record.',
  },
  applies: ({ helo: { given } }) => given !== null,
  *find({ helo: { given } }) {
    if (given?.read.kind === 'literal')
      yield { about: given.text, params: { name: quoted(given.text) }, evidence: [] };
  },
});
