import { beforeAll, describe, expect, it } from 'vitest';
import type { Case, Outcome } from './case.ts';
import { accountFor, type ProgramOutcome, programOn, readAs, readingsOf, sameOutcome } from './compare.ts';
import { caseOf } from './generate/case.ts';
import { ourFaults } from './our-faults.ts';
import { answersOf, findPeer, missingPeers, type PeerName, peerNames } from './peers.ts';

/** check_host() of RFC 7208 beside two others, on zones that nobody wrote. */

const count = Number(process.env['PRESEND_DIFFERENTIAL_CASES'] ?? 600);
const seed = Number(process.env['PRESEND_DIFFERENTIAL_SEED'] ?? 1);

/** So many cases come to everything that is known to differ. */
const all = 20_000;

const timeout = 600_000;

const reason = missingPeers();
const results = ['none', 'neutral', 'pass', 'fail', 'softfail', 'temperror', 'permerror'] as const;
const mechanisms = ['all', 'include', 'a', 'mx', 'ptr', 'ip4', 'ip6', 'exists'] as const;

function tally(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

/** The first few are enough to see what is wrong. */
function shown<T>(list: readonly T[]): readonly T[] {
  return list.slice(0, 5);
}

describe.skipIf(reason !== null)(
  `check_host() on ${count} cases of seed ${seed}${reason === null ? '' : ` (skipped: ${reason})`}`,
  { timeout },
  () => {
    const cases: Case[] = [];
    const program: ProgramOutcome[] = [];
    const answers = new Map<PeerName, readonly Outcome[]>();

    beforeAll(async () => {
      for (let id = 0; id < count; id += 1) cases.push(caseOf(seed, id));
      // oxlint-disable-next-line no-await-in-loop -- each has its own time limit
      for (const theCase of cases) program.push(await programOn(theCase));
      const asked = peerNames.map(async (name) => {
        const peer = findPeer(name);
        if (peer) answers.set(name, await answersOf(peer, cases));
      });
      await Promise.all(asked);
    }, timeout);

    it('comes to every result often', () => {
      const counts = tally(program.map(({ result }) => result));
      const rare = results.filter((result) => (counts[result] ?? 0) < count / 40);
      expect(rare, JSON.stringify(counts)).toEqual([]);
    });

    it('matches by every mechanism often', () => {
      const counts = tally(program.map(({ mechanism }) => mechanism));
      const rare = mechanisms.filter((mechanism) => (counts[mechanism] ?? 0) < count / 200);
      expect(rare, JSON.stringify(counts)).toEqual([]);
    });

    it('is what the plain reading of the RFC says, but for known faults', () => {
      const strange = cases.flatMap((theCase, index) => {
        const outcome = program[index];
        if (outcome && accountFor(theCase, ourFaults, outcome)) return [];
        return [{ id: theCase.id, program: outcome, plain: readAs(theCase, []) }];
      });
      expect(shown(strange)).toEqual([]);
    });

    it('has no known faults', () => {
      expect(ourFaults.map(({ id }) => id)).toEqual([]);
    });

    it.each(peerNames)('is what %s says, but for what is known to differ', (name) => {
      const readings = readingsOf(name);
      const strange = cases.flatMap((theCase, index) => {
        const peer = answers.get(name)?.[index];
        const expected = readAs(theCase, readings);
        if (peer && sameOutcome(peer, expected)) return [];
        return [{ id: theCase.id, program: program[index], peer, expected }];
      });
      expect(shown(strange)).toEqual([]);
    });

    it.runIf(count >= all).each(peerNames)(
      'differs from %s in all that is known to differ (asked from 20,000 cases on)',
      (name) => {
        const readings = readingsOf(name);
        const needed = cases.flatMap((theCase, index) => {
          const peer = answers.get(name)?.[index];
          return peer ? (accountFor(theCase, readings, peer) ?? []).map(({ id }) => id) : [];
        });
        const counts = tally(needed);
        console.info(name, counts);
        expect(readings.map(({ id }) => id).filter((id) => counts[id] === undefined)).toEqual([]);
      },
    );
  },
);
