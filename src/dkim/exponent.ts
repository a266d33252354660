import type { Words } from '../text/say.ts';

/** Of a public exponent that is longer than six octets. */
export const beyondReading: Words = { en: 'above 2^48', fr: 'supérieur à 2^48' };
