import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Cause, causeTexts } from '../../src/smtp/causes/index.ts';
import { explainReply } from '../../src/smtp/explain.ts';
import type { Confidence } from '../../src/smtp/explanation.ts';
import { sendersOfReplies } from '../../src/smtp/replies/senders.ts';
import { receivers } from '../../src/smtp/receivers.ts';

interface Row {
  readonly receiver: string;
  readonly cause: string;
  readonly class: string;
  readonly least: Confidence;
  readonly line: string;
}

const folder = new URL('./replies/', import.meta.url);
const scale: readonly Confidence[] = ['guess', 'likely', 'certain'];

/** Rows of `receiver|cause|class|least confidence|line`; `-` for a receiver that the line does not show. */
function readRows(name: string): Row[] {
  return readFileSync(new URL(name, folder), 'utf8')
    .split('\n')
    .filter((text) => text.trim() !== '' && !text.startsWith('#'))
    .map((text) => {
      const [receiver = '', cause = '', replyClass = '', least = 'guess', ...rest] = text.split('|');
      return { receiver, cause, class: replyClass, least: least as Confidence, line: rest.join('|').trim() };
    });
}

const tables = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const all = tables.flatMap(readRows);

describe.each(tables)('%s', (name) => {
  it.each(readRows(name))('$cause: $line', (row) => {
    const explained = explainReply(row.line);
    expect(explained).toMatchObject({ cause: row.cause, class: row.class });
    if (row.receiver !== '-') expect(explained.receiver).toBe(row.receiver);
    expect(scale.indexOf(explained.confidence)).toBeGreaterThanOrEqual(scale.indexOf(row.least));
    // A guess is told as one: where the row expects no more, certainty would be wrong.
    if (row.least === 'guess') expect(explained.confidence).not.toBe('certain');
  });
});

describe('the tables', () => {
  it('are large enough to mean something', () => {
    expect(all.length).toBeGreaterThan(600);
    expect(readRows('near.txt').length).toBeGreaterThanOrEqual(40);
    expect(readRows('wrapped.txt').length).toBeGreaterThanOrEqual(40);
  });

  it('hold every line once', () => {
    expect(new Set(all.map(({ line }) => line)).size).toBe(all.length);
  });

  it.each(Object.keys(causeTexts) as Cause[])('hold %s', (cause) => {
    expect(all.filter((row) => row.cause === cause).length).toBeGreaterThan(0);
  });

  // rfc stands for codes that no receiver owns.
  it.each(Object.keys(receivers).filter((id) => id !== 'rfc'))(
    'hold replies of the receiver %s of the report',
    (receiver) => {
      expect(all.filter((row) => row.receiver === receiver).length).toBeGreaterThan(0);
    },
  );

  it('name receivers that are known', () => {
    const named = new Set(all.map(({ receiver }) => receiver).filter((receiver) => receiver !== '-'));
    expect([...named].filter((receiver) => !Object.hasOwn(sendersOfReplies, receiver))).toEqual([]);
  });
});
