/** What is expected of a domain that sends: not said further, single messages to those who wait for them, or mailings. */
export const sendingProfiles = ['sending', 'transactional', 'bulk'] as const;

/** What is expected of a domain: that it sends mail, of which kind, or that it sends none and says so. */
export const profiles = [...sendingProfiles, 'parked'] as const;

export type Profile = (typeof profiles)[number];

/** How much mail goes out to one receiver a day: above its threshold for bulk senders, or below. */
export const volumes = ['bulk', 'low'] as const;

export type Volume = (typeof volumes)[number];

/** The volume that a profile means where none is given. */
export const usualVolume: Readonly<Record<Profile, Volume | null>> = {
  sending: null,
  transactional: 'low',
  bulk: 'bulk',
  parked: null,
};
