import { describe, expect, it } from 'vitest';
import { explainReply } from '../../src/smtp/explain.ts';

describe('what to do', () => {
  it.each([
    [
      '550 5.1.1 <a@example.com>: Recipient address rejected: User unknown in virtual mailbox table',
      'suppress',
    ],
    ['550 5.1.1', 'give-up'],
    ['450 4.1.1 <a@example.com>: Recipient address rejected: User unknown in virtual mailbox table', 'retry'],
    ['550 5.7.1 SPF check failed', 'give-up'],
  ])('about %j: %s', (reply, action) => {
    expect(explainReply(reply).action).toBe(action);
  });

  it('says of a text that shows nothing known that it may be no refusal, and blames nothing in the DNS', () => {
    const told = explainReply('hello there');
    expect(told).toMatchObject({ reply: null, confidence: 'guess', findings: [] });
    expect(told.meaning).toContain('it may be no refusal at all');
    expect(explainReply('hello there', 'fr').meaning).toContain("ce n'est peut-être pas un refus");
    expect(explainReply('550 hello there').meaning).not.toContain('no refusal');
  });
});
