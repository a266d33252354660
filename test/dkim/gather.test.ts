import { afterEach, describe, expect, it } from 'vitest';
import { type DomainName, parseDomain } from '../../src/domain.ts';
import { controlSelector } from '../../src/dkim/control.ts';
import { type DkimSearch, gatherDkim } from '../../src/dkim/gather.ts';
import { commonSelectors, defaultDepth } from '../../src/dkim/selectors.ts';
import { once } from '../../src/dns/layers/once.ts';
import { nodeResolver } from '../../src/dns/node-resolver.ts';
import { type DnsServer, parseFaults, startDnsServer } from '../support/dns-server.ts';

const servers: DnsServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const domain = parseDomain('example.test');

async function gather(
  lines: readonly string[],
  given: readonly (readonly [string, DomainName])[] = [],
  search: DkimSearch = {},
) {
  const zone = ['$ORIGIN example.test.', '$TTL 60', '@ A 192.0.2.1', ...lines].join('\n');
  const server = await startDnsServer(zone, parseFaults(zone));
  servers.push(server);
  const resolver = nodeResolver({ servers: [server.server], timeoutMs: 250 });
  const selectors = given.map(([selector, at]) => ({ selector, domain: at }));
  const { value } = await gatherDkim({ authorDomain: domain, selectors }, once(resolver), search);
  return { facts: value, questions: server.questions.map(({ name, type }) => `${name} ${type}`) };
}

const names = (facts: Awaited<ReturnType<typeof gather>>['facts']) =>
  facts.selectors.map(({ selector, domain: at, source }) => `${selector}@${at} ${source}`);

describe('gathering DKIM keys', () => {
  it('asks for _domainkey with type CNAME, a control and the likely selectors where nothing can be', async () => {
    const { facts, questions } = await gather([]);
    expect(questions).toHaveLength(30 + 2);
    expect(new Set(questions).size).toBe(questions.length);
    expect(questions).toContain('_domainkey.example.test CNAME');
    expect(questions).toContain(`${controlSelector('example.test')}._domainkey.example.test TXT`);
    expect([facts.domainkey.answer.status, facts.selectors, facts.tried]).toEqual([
      'nxdomain',
      [],
      commonSelectors.slice(0, 30),
    ]);
  });

  it('asks for all up to the depth where something may be', async () => {
    const { facts, questions } = await gather(['unheard-of._domainkey TXT "p="']);
    expect(questions).toHaveLength(defaultDepth + 2);
    expect(facts.tried).toEqual(commonSelectors.slice(0, defaultDepth));
    expect(facts.known).toBe(commonSelectors.length);
    const set = await gather(['unheard-of._domainkey TXT "p="'], [], { depth: 300 });
    expect(set.facts.tried).toHaveLength(300);
    expect((await gather([], [], { depth: 3 })).facts.tried).toHaveLength(3);
  });

  it('tries the usual selectors of recognized providers, even where nothing can be, and says whose they are', async () => {
    const hints = Promise.resolve({
      targets: ['example-test.mail.protection.outlook.com', 'spf.unknown.test', 'sendgrid.net'],
      failed: [],
    });
    const { facts, questions } = await gather(['s2._domainkey TXT "p="'], [], { depth: 1, hints });
    expect(facts.providers.map(({ key, target }) => [key, target])).toEqual([
      ['microsoft-365', 'example-test.mail.protection.outlook.com'],
      ['sendgrid', 'sendgrid.net'],
    ]);
    expect(questions).toContain('selector1._domainkey.example.test TXT');
    expect(facts.selectors.map(({ selector, source, provider }) => [selector, source, provider])).toEqual([
      ['s2', 'provider', 'SendGrid'],
    ]);
  });

  it('keeps an alias of a provider that leads nowhere', async () => {
    const hints = Promise.resolve({ targets: ['x.mail.protection.outlook.com'], failed: [] });
    const lines = ['selector1._domainkey CNAME selector1-example._domainkey.gone.test.'];
    const { facts } = await gather(lines, [], { hints });
    expect(facts.selectors).toMatchObject([
      { selector: 'selector1', source: 'provider', keys: [], alias: { answer: { status: 'found' } } },
    ]);
    const wildcard = await gather(['*._domainkey CNAME gone.test.'], [], { hints });
    expect(wildcard.facts.selectors).toEqual([]);
  });

  it('does not stop at the first key, and puts given selectors first', async () => {
    const lines = ['s2._domainkey TXT "p="', 'google._domainkey TXT "p="', 'mine._domainkey TXT "p="'];
    const { facts } = await gather(lines, [['mine', domain]]);
    expect(names(facts)).toEqual([
      'mine@example.test given',
      'google@example.test common',
      's2@example.test common',
    ]);
  });

  it('tries a common selector that was given once, as given', async () => {
    const { facts, questions } = await gather(
      ['google._domainkey TXT "p="'],
      [
        ['Google', domain],
        ['google', domain],
      ],
    );
    expect(names(facts)).toEqual(['google@example.test given']);
    expect(facts.tried).not.toContain('google');
    expect(questions.filter((question) => question === 'google._domainkey.example.test TXT')).toHaveLength(1);
  });

  it('asks for a selector of another domain there, and tries its name here all the same', async () => {
    const { facts } = await gather(
      ['google._domainkey.esp.test. TXT "p="'],
      [['google', parseDomain('esp.test')]],
    );
    expect(names(facts)).toEqual(['google@esp.test given']);
    expect(facts.tried).toContain('google');
  });

  it('keeps given selectors without an answer and common ones that failed', async () => {
    const lines = ['; answer s1._domainkey.example.test TXT SERVFAIL', 'google._domainkey TXT "p="'];
    const { facts } = await gather(lines, [['mine', domain]]);
    const told = facts.selectors.map(({ selector, txt, keys }) => [selector, txt.answer.status, keys.length]);
    expect(told).toEqual([
      ['mine', 'nxdomain', 0],
      ['google', 'found', 1],
      ['s1', 'failed', 0],
    ]);
  });

  it('finds nothing by a wildcard, whatever the order of its records, but what stands beside it', async () => {
    const lines = ['*._domainkey TXT "one"', '*._domainkey TXT "two"', 'google._domainkey TXT "p="'];
    const { facts } = await gather(lines);
    expect(facts.control.answer.status).toBe('found');
    expect(names(facts)).toEqual(['google@example.test common']);
  });

  it('knows an alias from a record of its own', async () => {
    const lines = [
      'google._domainkey CNAME key.esp.test.',
      'key.esp.test. TXT "p="',
      's1._domainkey TXT "p="',
    ];
    const { facts } = await gather(lines);
    const told = facts.selectors.map(({ selector, alias }) => [selector, alias?.answer]);
    expect(told).toEqual([
      ['google', { status: 'found', records: ['key.esp.test'] }],
      ['s1', { status: 'nodata' }],
    ]);
  });

  it('joins the strings of a record without a space and keeps records apart, at most ten', async () => {
    const many = Array.from({ length: 12 }, (_, i) => `s1._domainkey TXT "p=; n=${i}"`);
    const { facts } = await gather([...many, 'google._domainkey TXT "v=DKIM1; " "p=" ""']);
    const told = facts.selectors.map(({ selector, keys }) => [
      selector,
      keys.length,
      keys[0]?.text.slice(0, 11),
    ]);
    expect(told).toEqual([
      ['google', 1, 'v=DKIM1; p='],
      ['s1', 10, expect.stringMatching(/^p=; n=\d/)],
    ]);
  });

  it('keeps what it found where _domainkey fails', async () => {
    const lines = ['; answer _domainkey.example.test CNAME REFUSED', 'google._domainkey TXT "p="'];
    const { facts } = await gather(lines);
    expect([facts.domainkey.answer, names(facts)]).toEqual([
      { status: 'failed', failure: 'refused' },
      ['google@example.test common'],
    ]);
  });
});

describe('a control that fails', () => {
  const name = (which: 'first' | 'second') => `${controlSelector(domain, which)}._domainkey.${domain}`;
  const fails = (which: 'first' | 'second') => `; answer ${name(which)} TXT SERVFAIL`;
  const controls = (questions: readonly string[]) =>
    [...new Set(questions)].filter((question) =>
      (['first', 'second'] as const).some((which) => question === `${name(which)} TXT`),
    );
  const [first, second] = [`${name('first')} TXT`, `${name('second')} TXT`];

  it('is asked again under another name where an answer hangs on it', async () => {
    const { facts, questions } = await gather([fails('first'), 'google._domainkey TXT "p="']);
    expect(controls(questions)).toEqual([first, second]);
    expect([facts.control.name, facts.control.answer.status]).toEqual([name('second'), 'nxdomain']);
    expect(names(facts)).toEqual(['google@example.test common']);
    expect(facts.selectors[0]?.keys).toHaveLength(1);
  });

  it('is not asked again where none does', async () => {
    const { facts, questions } = await gather(
      [fails('first'), 'mine._domainkey TXT "p="'],
      [['mine', domain]],
    );
    expect(controls(questions)).toEqual([first]);
    expect([facts.control.name, facts.control.answer.status]).toEqual([name('first'), 'failed']);
    expect(facts.selectors[0]?.keys).toHaveLength(1);
  });

  it('is not asked again where it was answered', async () => {
    const { questions } = await gather(['google._domainkey TXT "p="']);
    expect(controls(questions)).toEqual([first]);
  });

  it('finds a wildcard by the second name', async () => {
    const { facts } = await gather([fails('first'), '*._domainkey TXT "p="', 'k1._domainkey TXT "p=; n=k1"']);
    expect([facts.control.answer.status, names(facts)]).toEqual(['found', ['k1@example.test common']]);
  });

  it('twice leaves the keys of common selectors unread, and those of given ones as they are', async () => {
    const lines = [fails('first'), fails('second'), 'google._domainkey TXT "p="', 'mine._domainkey TXT "p="'];
    const { facts } = await gather(lines, [['mine', domain]]);
    expect([facts.control.name, facts.control.answer.status]).toEqual([name('first'), 'failed']);
    const told = facts.selectors.map(({ selector, txt, keys }) => [selector, txt.answer.status, keys.length]);
    expect(told).toEqual([
      ['mine', 'found', 1],
      ['google', 'found', 0],
    ]);
  });
});

describe('the control selector', () => {
  it('has a second label, as steady as the first', () => {
    const labels = (['first', 'second'] as const).map((which) => controlSelector('example.test', which));
    expect(new Set(labels).size).toBe(2);
    expect(labels[1]).toBe(controlSelector('example.test', 'second'));
    expect(labels[1]).toMatch(/^[a-z0-9-]{1,63}$/);
  });

  it('is a label of its own for each domain, from run to run the same', () => {
    expect(controlSelector('example.test')).toBe(controlSelector('example.test'));
    expect(controlSelector('example.test')).not.toBe(controlSelector('example.org'));
    expect(controlSelector('example.test')).toMatch(/^[a-z0-9-]{1,63}$/);
  });
});
