import { abridged, emptyRoom } from './abridge.ts';
import type { SpfRecord } from './record.ts';

/** What one walk may ask and keep, whatever is published. */

/** Records read in one walk, the first included. */
const maxNames = 100;
/** Includes and redirects in a row. */
const maxDepth = 20;
/** Characters of the answers behind includes and redirects. One that does not fit is not read. */
const maxText = 200_000;
/** Branches of one tree: an evaluation ends after ten. A redirect is laid out beyond it. */
const maxBranches = 300;
/** `a`, `mx` and `exists` terms that are asked for: an evaluation ends after ten. */
const maxHostTerms = 40;

/** What is left; `spent` once something did not fit. */
export class Budget {
  spent = false;
  /** For the records in the facts. */
  readonly #room = emptyRoom();
  #names: number;
  #text = maxText;
  #branches = maxBranches;
  #hostTerms = maxHostTerms;

  /** @param names records that may be read beside the first */
  constructor(names = maxNames - 1) {
    this.#names = names;
  }

  #granted(fits: boolean): boolean {
    this.spent ||= !fits;
    return fits;
  }

  /** One more include or redirect behind `path`. */
  follow(path: readonly string[]): boolean {
    const fits = this.#names > 0 && path.length <= maxDepth;
    if (fits) this.#names -= 1;
    return this.#granted(fits);
  }

  /** The text of one more answer. */
  read(characters: number): boolean {
    const fits = characters <= this.#text;
    if (fits) this.#text -= characters;
    return this.#granted(fits);
  }

  /** A record as far as the facts have room for it. */
  keep(record: SpfRecord): SpfRecord {
    const kept = abridged(record, this.#room);
    this.#granted(kept === record);
    return kept;
  }

  askHosts(): boolean {
    const fits = this.#hostTerms > 0;
    if (fits) this.#hostTerms -= 1;
    return this.#granted(fits);
  }

  /** As many of `wanted` branches as are left. */
  branches(wanted: number): number {
    const given = Math.min(wanted, this.#branches);
    this.#branches -= given;
    this.#granted(given === wanted);
    return given;
  }
}
