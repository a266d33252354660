import type { SpfNote as NoteSaid } from '../../spf/surveyed.ts';
import { type Language, phrase, type Said, say, type Spoken, type Words } from '../../text/say.ts';
import type { Tone } from './style.ts';

/** The notes of a survey in words, and how grave they are. */

export type SpfNote = Spoken<NoteSaid>;

type Sentences = { readonly [N in SpfNote['note']]: (note: Extract<SpfNote, { note: N }>) => Said };

const limit: Words = {
  en: 'here the limit of 10 lookups is passed',
  fr: 'ici la limite de 10 recherches DNS est dépassée',
};
const voidLimit = {
  en: 'here the limit of 2 void lookups is passed for clients on {family}',
  fr: 'ici la limite de 2 recherches à vide est dépassée pour les clients en {family}',
} as const;
const unreachable = {
  en: 'never reached: it stands behind "{by}"',
  fr: 'jamais atteint : il est placé après « {by} »',
} as const;
const ignored: Words = {
  en: 'a modifier that receivers ignore',
  fr: 'un modificateur que les destinataires ignorent',
};
const ignoredBeside = { en: 'ignored beside "{by}"', fr: 'ignoré à côté de « {by} »' } as const;
const covered = {
  en: 'matches nobody new: "{by}" has its addresses',
  fr: 'ne correspond à personne de plus : « {by} » couvre déjà ses adresses',
} as const;
const repeated = {
  en: 'read before, in the record of {owner}',
  fr: "déjà lu, dans l'enregistrement publié par {owner}",
} as const;
const loop = { en: 'a circle: {path}', fr: 'une boucle : {path}' } as const;
const message: Words = {
  en: 'where it leads, the message decides',
  fr: "c'est le message qui décide où il mène",
};
const client: Words = {
  en: 'whether it matches, the reverse name of the client decides',
  fr: "c'est le nom inverse du client qui décide s'il correspond",
};
const capped: Words = {
  en: 'not followed: the walk ended at its own limit',
  fr: "non suivi : le parcours s'est arrêté à sa propre limite",
};
const malformed: Words = {
  en: 'no name that the DNS can hold',
  fr: "n'est pas un nom que le DNS puisse contenir",
};
const failed = {
  en: 'could not be asked ({failure})',
  fr: "n'a pas pu être interrogé ({failure})",
} as const;
const empty: Words = {
  en: 'found nothing: it matches nobody',
  fr: "n'a rien trouvé : ne correspond à personne",
};
const missing: Words = { en: 'has no SPF record', fr: "n'a pas d'enregistrement SPF" };
const noDomain: Words = { en: 'does not exist', fr: "n'existe pas" };
const several = {
  en: 'has {count} SPF records instead of one',
  fr: "a {count} enregistrements SPF au lieu d'un seul",
} as const;
const everyone: Words = { en: 'matches everybody', fr: 'correspond à tout le monde' };
const faulty = { en: 'syntax: {fault}', fr: 'syntaxe : {fault}' } as const;

const families = { ipv4: 'IPv4', ipv6: 'IPv6' } as const;

const sentences: Sentences = {
  limit: () => limit,
  'void-limit': ({ family }) => phrase(voidLimit, { family: families[family] }),
  unreachable: ({ by }) => phrase(unreachable, { by }),
  ignored: ({ by }) => (by === null ? ignored : phrase(ignoredBeside, { by })),
  covered: ({ by }) => phrase(covered, { by }),
  repeated: ({ in: owner }) => phrase(repeated, { owner }),
  loop: ({ path }) => phrase(loop, { path: path.join(' → ') }),
  message: () => message,
  client: () => client,
  capped: () => capped,
  malformed: () => malformed,
  failed: ({ failure }) => phrase(failed, { failure }),
  empty: () => empty,
  missing: ({ state }) => (state === 'missing' ? missing : noDomain),
  several: ({ count }) => phrase(several, { count }),
  everyone: () => everyone,
  fault: ({ fault }) => phrase(faulty, { fault }),
};

const tones: { readonly [N in SpfNote['note']]?: Tone } = {
  limit: 'error',
  'void-limit': 'error',
  loop: 'error',
  malformed: 'error',
  missing: 'error',
  several: 'error',
  everyone: 'error',
  fault: 'error',
  unreachable: 'warning',
  empty: 'warning',
  failed: 'unknown',
};

export function noteText(note: SpfNote, language: Language): string {
  // Each entry takes the notes of its own name.
  return say((sentences[note.note] as (note: SpfNote) => Said)(note), language);
}

export function noteTone({ note }: SpfNote): Tone {
  return tones[note] ?? 'quiet';
}
