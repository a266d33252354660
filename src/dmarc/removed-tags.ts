/** Tags of RFC 7489 that RFC 9989 took out (Appendix A.6, §9.3). */
export const removedTags: ReadonlySet<string> = new Set(['pct', 'rf', 'ri']);
