import { parseIp } from '../text/ip.ts';
import { problem, type SpfProblem } from './problems.ts';
import { parseTerm, type Word } from './term.ts';

/**
 * A better account of a word that the grammar refuses: several terms run together, or quotes around one.
 * It stands only when every piece is a term of its own or can be repaired to one, so it never excuses what it cannot
 * explain.
 */

/** Longer words are not worth the guess, and the bound keeps it linear. */
const maxWord = 500;

/** Where a term may begin inside a word: at a name with its ":" or "=", or at a mechanism that needs no value. */
const boundary =
  /[-+?~]?(?:include:|exists:|ip4:|ip6:|redirect=|exp=)|[-+?~](?:all|a|mx|ptr)(?=[-+?~]|$)|all$/gi;

interface Piece extends Word {
  /** The characters between it and the piece before. */
  readonly gap: string;
}

/** Cuts at the separators first, then at the names inside. */
function cut({ text, start }: Word): Piece[] {
  const pieces: Piece[] = [];
  let gap = '';
  for (const run of text.matchAll(/[,;]+|[^,;]+/g)) {
    const [part] = run;
    if (/^[,;]/.test(part)) {
      gap = part;
      continue;
    }
    const cuts = [
      0,
      ...Array.from(part.matchAll(boundary), (match) => match.index).filter((at) => at > 0),
      part.length,
    ];
    for (const [index, from] of cuts.slice(0, -1).entries()) {
      const to = cuts[index + 1] ?? part.length;
      const at = start + run.index;
      pieces.push({ text: part.slice(from, to), start: at + from, end: at + to, gap });
      gap = '';
    }
  }
  return pieces;
}

/** The mechanism that a bare address behind a separator continues: `ip4:192.0.2.1,192.0.2.2`. */
function continued(piece: Piece): string {
  const ip = piece.gap === '' ? null : parseIp(piece.text.replace(/\/\d*$/, ''));
  return ip ? `ip${ip.family}:` : '';
}

/** What is wrong with a piece on its own, as long as it can be repaired; null where it is no term. */
function pieceProblems(piece: Piece, index: number): readonly SpfProblem[] | null {
  const added = continued(piece);
  const text = added + piece.text;
  const { problems } = parseTerm({ text, start: piece.start, end: piece.start + text.length });
  if (problems.length === 0) return problems;
  // The repair of a missing space covers its whole piece, and offsets behind an added mechanism are not the record's.
  const apart = (index === 0 || piece.gap !== '') && added === '';
  return apart && problems.every(({ repair }) => repair !== undefined) ? problems : null;
}

/** A redirect counts for nothing beside an `all`: which of the two is meant, its owner must say. */
function endsRedirect(piece: Piece, before: Piece | undefined): boolean {
  return before !== undefined && /^redirect=/i.test(before.text) && /^[-+?~]?all$/i.test(piece.text);
}

function boundaryProblem(piece: Piece, index: number, before: Piece | undefined): SpfProblem[] {
  if (piece.gap !== '') {
    const span = { start: piece.start - piece.gap.length, end: piece.start };
    return [problem('separator', span, { text: piece.gap }, `${index > 0 ? ' ' : ''}${continued(piece)}`)];
  }
  const repair = endsRedirect(piece, before) ? undefined : ` ${piece.text}`;
  return index > 0 ? [problem('missing-space', piece, { text: piece.text }, repair)] : [];
}

function runTogether(word: Word): SpfProblem[] | null {
  const pieces = cut(word);
  const last = pieces.at(-1);
  // One piece that is the whole word: nothing runs together. A version among them begins another record.
  if (!last || last.text === word.text || pieces.some(({ text }) => /^[-+?~]?v=/i.test(text))) return null;
  const problems: SpfProblem[] = [];
  for (const [index, piece] of pieces.entries()) {
    const own = pieceProblems(piece, index);
    if (!own) return null;
    problems.push(...boundaryProblem(piece, index, pieces[index - 1]), ...own);
  }
  const trailing = word.text.slice(last.end - word.start);
  if (trailing !== '') {
    problems.push(problem('separator', { start: last.end, end: word.end }, { text: trailing }, ''));
  }
  return problems;
}

function unquoted(word: Word): SpfProblem[] | null {
  const bare = word.text.replaceAll('"', '');
  if (bare === word.text) return null;
  const text = { text: bare, start: word.start, end: word.start + bare.length };
  if (bare !== '' && parseTerm(text).problems.length > 0) return null;
  return Array.from(word.text.matchAll(/"+/g), (match) => {
    const start = word.start + match.index;
    return problem('quotation-mark', { start, end: start + match[0].length }, {}, '');
  });
}

/** The text of another record joined to the end of this one: `-allgoogle-site-verification=…`. */
function foreignText(word: Word): SpfProblem[] | null {
  const [, all = '', foreign = ''] = /^([-+?~]all)([^-+?~:/.].*=.*)$/i.exec(word.text) ?? [];
  if (foreign === '' || /^(?:include|exists|ip[46]|redirect|exp)[:=]/i.test(foreign)) return null;
  const span = { start: word.start + all.length, end: word.end };
  return /^v=spf1/i.test(foreign)
    ? [problem('second-record', span, { text: foreign })]
    : [problem('foreign-text', span, { text: foreign, name: all }, '')];
}

/** The version of a second record, with or without a qualifier: what it holds may be what the first lacks. */
function secondRecord(word: Word): SpfProblem[] | null {
  const [, qualifier = ''] = /^([-+?~]*)v=spf1/i.exec(word.text) ?? [];
  if (qualifier === '') return null;
  return [problem('second-record', word, { text: word.text })];
}

/** The problems of a refused word, told as the slip that made it; null where no slip explains all of it. */
export function explainSlip(word: Word): readonly SpfProblem[] | null {
  if (word.text.length > maxWord) return null;
  return unquoted(word) ?? secondRecord(word) ?? foreignText(word) ?? runTogether(word);
}
