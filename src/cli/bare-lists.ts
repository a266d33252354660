/** What `--lists` holds where it stands alone. */
export const bareLists = '?';
