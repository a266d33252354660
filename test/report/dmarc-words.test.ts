import { describe, expect, it } from 'vitest';
import type { DmarcSurvey, SurveyedReading } from '../../src/dmarc/surveyed.ts';
import { otherwiseText, readingText } from '../../src/report/text/dmarc-words.ts';
import { say } from '../../src/text/say.ts';

const nothing: SurveyedReading = {
  organizationalDomain: 'example.test',
  name: null,
  policy: null,
  applied: null,
  tag: null,
  percent: 100,
};

function reading(policy: 'none' | 'quarantine' | 'reject', percent = 100): SurveyedReading {
  return { ...nothing, name: '_dmarc.example.test', policy, applied: policy, tag: 'p', percent };
}

function otherwise(walk: SurveyedReading | null, classic: SurveyedReading | null): string {
  const survey: DmarcSurvey = {
    domain: 'example.test',
    places: [],
    walk,
    classic,
    tags: [],
    identifiers: [],
    reports: [],
    stages: [],
  };
  return say(otherwiseText(survey), 'en');
}

describe('what happens to mail that does not pass', () => {
  it.each([
    [nothing, nothing, 'DMARC does not apply, and nothing is asked of receivers'],
    [reading('none'), reading('none', 10), 'the mail fails DMARC, and nothing is asked of receivers'],
    [reading('reject'), reading('reject'), 'the mail fails DMARC, and receivers are asked to reject it'],
    [
      reading('reject'),
      reading('reject', 0),
      'the mail fails DMARC, and receivers are asked to reject it (RFC 9989) or receivers are asked to reject 0 percent of it, and to quarantine the rest (RFC 7489)',
    ],
    [
      null,
      reading('quarantine', 50),
      'the mail fails DMARC, and what is asked of receivers could not be determined (RFC 9989) or receivers are asked to quarantine 50 percent of it, and nothing of the rest (RFC 7489)',
    ],
  ])('is told as the policy asks: %#', (walk, classic, text) => {
    expect(otherwise(walk, classic)).toBe(text);
  });

  it('says of a record without p that it has none', () => {
    expect(say(readingText({ ...reading('none'), tag: null }), 'en')).toBe(
      'none: the record at _dmarc.example.test has no valid policy, but a report address',
    );
  });
});
