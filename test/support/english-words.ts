/** Words of English sentences that no French one holds. */
const english = `
  the is are was were be been has have had does do must may can could would should will of and with
  without not no nobody for from to by at in into it its this that these those which who whom what
  where when than then only more least every everybody everyone any other others there here if but
  nothing never always such too very behind before beside after asked given allowed found named needs
  matches record records lookup lookups host hosts address addresses name names list lists sender
  receiver receivers mail server servers terms
`
  .trim()
  .split(/\s+/);

const pattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.@:/=%'-])(?:${english.join('|')})(?![\p{L}\p{N}_@/=%'-]|\.\p{L}|:\S)`,
  'giu',
);

/** The English words in a French text or template, but for what it quotes: that is from the DNS, or from whoever asks. */
export function englishWords(text: string): readonly string[] {
  // The header and the command keep their names.
  const own = text.replace(/«[^»]*»|"(?:[^"\\]|\\.)*"|\{\w+\}|\b(?:MAIL FROM|From)\b/g, '«»');
  return [...own.matchAll(pattern)].map(([word]) => word);
}
