export const version = '0.1.0';

/** Name and version, as reports carry them. */
export const tool = `presend ${version}`;
