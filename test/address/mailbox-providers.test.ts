import { describe, expect, it } from 'vitest';
import { mailboxProvider } from '../../src/address/mailbox-providers.ts';

describe('mailboxProvider', () => {
  it.each([
    ['gmail.com', 'Gmail'],
    ['hotmail.fr', 'Outlook.com'],
    ['aol.com', 'AOL'],
    ['gmx.de', 'GMX'],
    ['web.de', 'WEB.DE'],
    ['icloud.com', 'iCloud Mail'],
    ['orange.fr', 'Orange'],
    ['example.com', null],
    ['mail.gmail.com', null],
    ['google.com', null],
    ['constructor', null],
  ])('%s: %s', (domain, provider) => {
    expect(mailboxProvider(domain)).toBe(provider);
  });
});
