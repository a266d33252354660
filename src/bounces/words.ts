import { quoted } from '../domain.ts';
import { phrase } from '../text/say.ts';

const noSuchColumn = {
  en: 'the table has no column {column}; its first line is {header}',
  fr: "le tableau n'a pas de colonne {column} ; sa première ligne est {header}",
} as const;

const noReplyColumn = {
  en: 'no column of the table is named as one with replies; name it with --column (its first line is {header})',
  fr: "aucune colonne du tableau ne porte un nom de colonne de réponses ; l'indiquer avec --column (la première ligne est {header})",
} as const;

/** Why an input cannot be read, and what to do about it. */
export const cannotRead = {
  compressed: {
    en: 'the input is compressed; unpack it first, as in: zcat mail.log.gz | presend explain',
    fr: "l'entrée est compressée ; la décompresser d'abord, par exemple : zcat mail.log.gz | presend explain",
  },
  binary: {
    en: 'the input is binary, not text; give replies, a bounce message, a mail log or a table as text',
    fr: "l'entrée est binaire et non textuelle ; fournir des réponses, un message de non-remise, un journal de messagerie ou un tableau en texte",
  },
  column: (header: string, column: string | undefined) =>
    column === undefined
      ? phrase(noReplyColumn, { header: quoted(header) })
      : phrase(noSuchColumn, { column: quoted(column), header: quoted(header) }),
} as const;
