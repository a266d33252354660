import type { CheckHost } from '../model/check-host.ts';
import type { PeerName } from '../peers.ts';

/** The model, read in another way at one point. */
export type Reading = (Base: typeof CheckHost) => typeof CheckHost;

/** A point at which a peer and the program differ, and what the RFC says of it. */
export interface Difference {
  readonly id: string;
  readonly clause: string;
  /** `open`: the clause leaves it to the implementation. */
  readonly right: 'program' | 'open';
  readonly program: string;
  readonly peer: string;
  readonly why: string;
  /** What is different, and nothing else: with all its readings the model says what the peer says. */
  readonly reading: Reading;
}

export interface Disagreement extends Difference {
  readonly of: PeerName;
}
