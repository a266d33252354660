// Draws docs/rejections.md from the built consequences: which finding leads to which reply, where, and how sure it is.
import { checks } from '../dist/index.js';
import { leastSure } from '../dist/smtp/certainty.js';
import { conditionText, unpublishedThreshold } from '../dist/smtp/conditions.js';
import { demands } from '../dist/smtp/consequences/demands.js';
import { consequences, unrefused } from '../dist/smtp/consequences/index.js';
import { receivers } from '../dist/smtp/receivers.js';
import { sources } from '../dist/smtp/sources.js';

/** Conditions that an administrator sets. */
const optIn = new Set(['test-enabled', 'list-used']);

/** Parameters that stand for what the reader sees as a case of its own. */
const restrictions = {
  result: (values) => `SPF ends in ${values.join(', ')}`,
  zone: (values) => `by ${values.map((value) => `\`${value}\``).join(' or ')}`,
  role: () => 'the domain of the envelope sender',
  fault: (values) => `the name ${values.join(', or ')}`,
  problem: (values) => `the address ${values.join(' or ')}`,
  provider: (values) => `a domain of ${values.join(', ')}`,
};

const readable = (text) => text.replace('{addresses}', 'the address').replace(/\{(\w+)\}/g, '‹$1›');
const cell = (text) => readable(text).replaceAll('|', '\\|');
const english = (said) => (typeof said === 'string' ? said : said.en);

const reply = ({ reply: basic, enhanced }) => (enhanced === null ? `${basic}` : `${basic} ${enhanced}`);

function conditionOf(id, rule) {
  if (id === 'bulk' && rule.threshold === 'unpublished') return unpublishedThreshold.en;
  return conditionText[id].en;
}

/** All that must hold beside the finding. */
function conditions(rule, one) {
  const { under, params = {}, codes, severity, ipv6, envelope, dmarc, given } = one;
  const parts = [
    ...Object.entries(params).map(([name, values]) => restrictions[name](values)),
    ...(codes ? [`code ${codes.join(', ')}`] : []),
    ...(severity ? [`found as ${severity}`] : []),
    ...(ipv6 ? ['an IPv6 address'] : []),
    ...(envelope ? ['the domain of the envelope sender, or one above it'] : []),
    ...(dmarc ? ['no DMARC record is left that receivers use'] : []),
    ...(given ? ['the selector is one that signs'] : []),
    ...(rule.policy ? [`the DMARC policy is ${rule.policy}`] : []),
    ...(under ? [conditionOf(under, rule)] : []),
    ...rule.conditions.map((id) => conditionOf(id, rule)),
  ];
  return parts.length === 0 ? 'always' : [...new Set(parts)].join('; ');
}

function status(rule, one) {
  const certainty = leastSure([rule.certainty, one.certainty ?? 'documented']);
  if (certainty !== 'stock') return certainty;
  return rule.conditions.some((id) => optIn.has(id)) ? 'stock, off by default' : 'stock, on by default';
}

/** Contributions of a finding; those that say no more than that the fault stands behind a redirect left out. */
function contributions(rule, id) {
  return rule.reasons.flat().filter(({ finding, params }) => finding === id && !params?.hosts);
}

function replyRow(rule, one) {
  const { deferral, token, since, receiver } = rule;
  const codes = [
    token ? `${reply(rule)} (${token})` : reply(rule),
    ...(deferral ? [`or ${reply(deferral)}${deferral.since ? ` (since ${deferral.since})` : ''}`] : []),
  ].join('; ');
  return [
    english(receivers[receiver]),
    codes,
    rule.class,
    rule.meaning.en,
    conditions(rule, one),
    since ?? '–',
    status(rule, one),
    rule.source,
  ];
}

const outcomes = { 'spam-folder': 'spam folder', unsaid: 'not published' };

function demandRow(rule, one) {
  return [
    english(receivers[rule.receiver]),
    outcomes[rule.outcome],
    '–',
    rule.meaning.en,
    conditions(rule, one),
    rule.since ?? '–',
    status(rule, one),
    rule.source,
  ];
}

const head = [
  'receiver',
  'reply',
  'class',
  'what it holds against the mail',
  'when',
  'since',
  'status',
  'source',
];

const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;

function table(id) {
  const order = Object.keys(receivers);
  const rows = [
    ...consequences.flatMap((rule) =>
      contributions(rule, id).map((one) => [rule.receiver, replyRow(rule, one)]),
    ),
    ...demands.flatMap((rule) => contributions(rule, id).map((one) => [rule.receiver, demandRow(rule, one)])),
  ].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return [line(head), line(head.map(() => '---')), ...rows.map(([, cells]) => line(cells))].join('\n');
}

/** The page: findings that lead to the same replies stand together. */
export function rejectionsPage() {
  const groups = new Map();
  for (const { id } of checks) {
    if (unrefused.includes(id)) continue;
    const drawn = table(id);
    groups.set(drawn, [...(groups.get(drawn) ?? []), id]);
  }
  const used = new Set([...consequences, ...demands].map(({ source }) => source));
  const link = (id) => `[${id}](checks/${id}.md)`;
  return [
    '# Findings and the replies they lead to',
    '',
    'Generated from the consequences in `src/smtp/consequences`.',
    '',
    'What a receiver answers where nothing else is wrong. Several conditions in one cell must all hold, and what stands',
    'in the fourth column must be true of the mail: where it names both SPF and DKIM, the finding alone is not enough. A',
    'finding on SPF or DKIM refuses nothing where the addresses that were given pass SPF, or a signature can verify. One',
    'on SPF, on the domain of the envelope sender or on its MX concerns mail whose envelope sender is in that domain: as',
    'long as the envelope sender was not given, presend names that as one more condition.',
    '',
    '- **documented**: the receiver, or a standard, publishes the reply and its condition.',
    '- **observed**: seen in public, not published.',
    '- **stock**: what server software answers, with a test that is on or off by default.',
    '- **inferred**: concluded from a neighbouring fact; presend never calls it certain.',
    '',
    '"since" is the date from which on the receiver answers so, as far as one is published. "spam folder" is no reply: the',
    'mail is taken. "not published" is a demand to whose breach the receiver names no reply.',
    '',
    ...[...groups].flatMap(([drawn, ids]) => [
      `## ${ids.join(', ')}`,
      '',
      ids.map(link).join(' · '),
      '',
      drawn,
      '',
    ]),
    '## Sources',
    '',
    ...Object.entries(sources)
      .filter(([key]) => used.has(key))
      .map(([key, { en }]) => `- **${key}**: ${en}`),
    '',
    '## Findings that no receiver is known to refuse mail for',
    '',
    ...unrefused.map((id) => `- ${link(id)}`),
    '',
  ].join('\n');
}
