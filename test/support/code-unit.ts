import fc from 'fast-check';

/** Any UTF-16 code unit, lone surrogates included: the unit of `fc.string` for texts of every kind. */
export const codeUnit = fc.nat(0xffff).map((unit) => String.fromCharCode(unit));
