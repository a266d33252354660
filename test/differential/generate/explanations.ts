import { addTxt, type Draft, nodeAt } from './draft.ts';
import { macro } from './specs.ts';

const before = ['see', 'of', 'http://%{d}/?s=', '100%%', '%_', '%-'];

const faulty = [
  '100% wrong',
  'ends in %',
  '%{x}',
  '%{d',
  '%(d)',
  '%{d0} zero',
  '%{dR} %{D2R}',
  '%{l!}',
  '%%%',
];

/** An explain-string, well-formed or not. */
export function explanation({ random, sender }: Draft): string {
  // oxlint-disable-next-line no-control-regex
  if (/[^\0-\x7f]/.test(sender) && random.chance(0.5)) return 'http://%{o}/?s=%{S}&l=%{L}';
  const words = () =>
    random.many(random.between(1, 4), () => random.pick(before) + macro(random, 'slodihvcrpSLODIHV'));
  return random.weighted<() => string>([
    [18, () => 'Mail from example.com comes from its own servers.'],
    [30, () => words().join(' ')],
    [12, () => `%{i} is not one of %{d}'s servers; %{s} %{h} %{c} %{r} %{t}`],
    [16, () => 'http://%{o}/%{D}?s=%{S}&l=%{L}'],
    [3, () => '%{o} leaves 100%'],
    [6, () => '  two  spaces %{l}  '],
    [5, () => random.pick(faulty)],
    [4, () => 'caf\u00c3\u00a9'],
    [2, () => 'bell \u0007'],
    [3, () => ''],
    [8, () => `${'long text. '.repeat(random.between(20, 130))}%{d}`],
  ])();
}

export function addExplanation(draft: Draft, name: string): void {
  const { random } = draft;
  const kind = random.weighted([
    [72, 'one'],
    [12, 'two'],
    [6, 'failing'],
    [10, 'none'],
  ]);
  if (kind === 'failing') nodeAt(draft, name).failing = { TXT: random.pick(['SERVFAIL', 'TIMEOUT']) };
  if (kind === 'one' || kind === 'two') addTxt(draft, name, explanation(draft));
  if (kind === 'two') addTxt(draft, name, explanation(draft));
}
