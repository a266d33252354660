/** RFC 7208 §4.6.4: terms that ask the DNS, in one evaluation. */
export const lookupLimit = 10;

/** RFC 7208 §4.6.4: names of one `mx` term. */
export const mxLimit = 10;

/** RFC 7208 §4.6.4: terms whose questions find nothing, in one evaluation. */
export const voidLimit = 2;
