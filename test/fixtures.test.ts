import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exitCodeOf } from '../src/cli/exit-code.ts';
import { checks, type Profile, type Report } from '../src/index.ts';
import { type Audited, auditFixture, readArguments } from './support/audit-fixture.ts';
import { allFixtures, type Fixture } from './support/fixture.ts';

const fixtures = allFixtures();
const reports = new Map<string, Audited>();
const areaOf = new Map<string, string>(checks.map(({ id, area }) => [id, area]));

const within = (fixture: Fixture, id: string) =>
  fixture.only.length === 0 || fixture.only.includes(areaOf.get(id) ?? '');
/** `spf-*` stands for every check whose id begins so. */
const expanded = (ids: readonly string[], profile: Profile) =>
  ids.flatMap((id) =>
    id.endsWith('*')
      ? checks
          .filter((check) => check.id.startsWith(id.slice(0, -1)) && check.profiles.includes(profile))
          .map((check) => check.id)
      : [id],
  );
const sorted = (ids: readonly string[]) => [...new Set(ids)].toSorted();

describe.each(fixtures)('$name: $why', (fixture) => {
  let audited: Audited;
  let report: Report;
  beforeAll(async () => {
    audited = await auditFixture(fixture);
    ({ report } = audited);
    reports.set(fixture.name, audited);
  }, 30_000);

  it('names only ids that exist', () => {
    expect(
      expanded([...fixture.expected, ...fixture.unknown], report.subject.profile).filter(
        (id) => !areaOf.has(id),
      ),
    ).toEqual([]);
  });

  it('finds exactly what is wrong', () => {
    const found = report.findings.map(({ id }) => id).filter((id) => within(fixture, id));
    expect(sorted(found)).toEqual(sorted(fixture.expected));
  });

  it('says exactly what it could not tell', () => {
    const unknown = report.unknown.map(({ id }) => id).filter((id) => within(fixture, id));
    expect(sorted(unknown)).toEqual(sorted(expanded(fixture.unknown, report.subject.profile)));
  });

  it('never says of one thing that it is wrong, undetermined and passed at once', () => {
    const found = new Set(report.findings.map(({ id }) => id));
    const undetermined = new Set(report.unknown.map(({ id }) => id));
    expect(report.passed.filter((id) => found.has(id) || undetermined.has(id))).toEqual([]);
    expect(report.internalErrors).toEqual([]);
  });

  it('gives every finding a key of its own, and texts without holes', () => {
    const keys = [...report.findings, ...report.unknown].map(({ key, id }) => `${id} ${key}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { title, explanation, consequence, remedy } of report.findings) {
      for (const text of [title, explanation, consequence, remedy])
        expect(text).not.toMatch(/(?<!%)\{\w+\}|undefined|NaN|\[object/);
    }
  });

  it('marks faults inside the record they are in', () => {
    for (const { at, evidence } of report.findings) {
      if (!at) continue;
      expect(evidence.flatMap(({ records }) => records)).toContain(at.record);
      expect(at.start).toBeGreaterThanOrEqual(0);
      expect(at.end).toBeGreaterThanOrEqual(at.start);
      expect(at.end).toBeLessThanOrEqual(at.record.length);
    }
  });

  it('expects the refusals, the verdict and the exit code that the fixture names', () => {
    const replies = report.rejections.map(
      ({ receiver, reply, enhanced }) => `${receiver} ${reply}${enhanced === null ? '' : ` ${enhanced}`}`,
    );
    expect(replies).toEqual(expect.arrayContaining([...fixture.rejections]));
    const told = report.receivers.map(({ receiver, verdict, reply, enhanced }) =>
      [receiver, verdict, reply, enhanced].filter((part) => part !== null).join(' '),
    );
    expect(told).toEqual(expect.arrayContaining([...fixture.receivers]));
    if (fixture.verdict !== null) expect(report.verdict).toBe(fixture.verdict);
    const { options } = readArguments(fixture.args);
    const code = exitCodeOf(report, { failOn: options.failOn, strict: options.strict ?? false });
    if (fixture.exit !== null) expect(code).toBe(fixture.exit);
  });

  it('asks no question twice, but for one resend where an answer failed', () => {
    const asked = new Map<string, number>();
    for (const { name, type, transport } of audited.questions) {
      if (transport === 'tcp') continue;
      const question = `${name.toLowerCase()} ${type}`;
      asked.set(question, (asked.get(question) ?? 0) + 1);
    }
    const faulty = (question: string) =>
      fixture.zone.split('\n').some((line) => {
        const [, name, type, what] = /^;\s*answer\s+(\S+)\s+(\S+)\s+(\S+)/.exec(line) ?? [];
        const fails = what !== undefined && /^(?:SERVFAIL|REFUSED|TIMEOUT)/.test(what);
        return (
          fails &&
          [`${name} ${type}`.toLowerCase(), `${name} *`.toLowerCase()].some(
            (one) =>
              one === question.toLowerCase() ||
              (type === '*' && question.startsWith(`${name?.toLowerCase()} `)),
          )
        );
      });
    // Beside silence the patience is short, and a slow machine may resend any question once.
    const hasty = /^; answer .* TIMEOUT$/m.test(fixture.zone);
    const repeated = [...asked].filter(([question, count]) => count > (hasty || faulty(question) ? 2 : 1));
    expect(repeated).toEqual([]);
    if (fixture.queries !== null) expect(report.queries).toBeLessThanOrEqual(fixture.queries);
  });
});

describe('the fixtures together', () => {
  afterAll(() => reports.clear());

  it.each(checks.map(({ id }) => id))('%s fires in one and stays silent in another', (id) => {
    const all = [...reports.values()].map(({ report }) => report);
    expect(all.some(({ findings }) => findings.some((one) => one.id === id))).toBe(true);
    expect(all.some(({ passed }) => passed.includes(id))).toBe(true);
  });
});
