/** What is expected of a domain: that it sends mail, or that it sends none and says so. */
export const profiles = ['sending', 'parked'] as const;

export type Profile = (typeof profiles)[number];

/** How much mail goes out to one receiver a day: above its threshold for bulk senders, or below. */
export const volumes = ['bulk', 'low'] as const;

export type Volume = (typeof volumes)[number];
