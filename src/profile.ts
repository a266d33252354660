/** What is expected of a domain: that it sends mail, or that it sends none and says so. */
export const profiles = ['sending', 'parked'] as const;

export type Profile = (typeof profiles)[number];
