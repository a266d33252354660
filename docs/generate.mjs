#!/usr/bin/env node
// Writes docs/checks/<id>.md and docs/rejections.md from what was built; with --check it only says whether they are up to date.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checks } from '../dist/index.js';
import { rejectionsPage } from './rejections.mjs';

const folder = fileURLToPath(new URL('./checks/', import.meta.url));
const rejections = fileURLToPath(new URL('./rejections.md', import.meta.url));

/** A template as a reader sees it: parameters in angle brackets. */
const readable = (template) => template.replace(/\{(\w+)\}/g, '‹$1›');

function page({ id, area, severity, reference, notBeside, messages }) {
  const lines = [
    `# ${id}`,
    '',
    `${readable(messages.title)}.`,
    '',
    `- Area: ${area}`,
    `- Severity: ${severity}`,
    `- Reference: ${reference}`,
    ...(notBeside.length > 0 ? [`- Not reported beside: ${notBeside.join(', ')}`] : []),
    '',
    '## What it means',
    '',
    readable(messages.explanation),
    '',
    '## What receivers do',
    '',
    readable(messages.consequence),
    '',
    '## What to do',
    '',
    readable(messages.remedy),
    '',
  ];
  return lines.join('\n');
}

function index() {
  const rows = checks.map(
    ({ id, severity, messages }) =>
      `| [${id}](${id}.md) | ${severity} | ${readable(messages.title).replaceAll('|', '\\|')} |`,
  );
  return [
    '# The checks',
    '',
    'Generated from the checks themselves.',
    '',
    '| id | severity | what it finds |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

const pages = new Map([['README.md', index()], ...checks.map((check) => [`${check.id}.md`, page(check)])]);
if (process.argv.includes('--check')) {
  const present = readdirSync(folder);
  const stale = [...pages]
    .filter(([name, text]) => !present.includes(name) || readFileSync(folder + name, 'utf8') !== text)
    .map(([name]) => name);
  const extra = present.filter((name) => !pages.has(name));
  if (!existsSync(rejections) || readFileSync(rejections, 'utf8') !== rejectionsPage())
    stale.push('../rejections.md');
  if (stale.length + extra.length > 0) {
    process.stderr.write(`docs is out of date (${[...stale, ...extra].join(', ')}): run npm run docs\n`);
    process.exit(1);
  }
  process.stdout.write(`docs: ${pages.size + 1} pages, up to date\n`);
} else {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of pages) writeFileSync(folder + name, text);
  writeFileSync(rejections, rejectionsPage());
  process.stdout.write(`docs: ${pages.size + 1} pages written\n`);
}
