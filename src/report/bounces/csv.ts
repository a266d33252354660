import type { AuditedBounces } from '../../bounces/audited.ts';
import type { Bounces } from '../../bounces/explain-bounces.ts';
import { printable } from '../../text/terminal.ts';

const header = [
  'count',
  'reply',
  'enhanced',
  'receiver',
  'origin',
  'cause',
  'class',
  'action',
  'confidence',
  'meaning',
  'remedy',
  'findings',
  'domains',
  'explained_by',
  'example',
] as const;

/** A cell as spreadsheets read it: no formula, quoted where it must be (RFC 4180 §2). */
function cell(value: string | number | null): string {
  const text = printable(String(value ?? ''));
  const safe = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One row for each group. */
export function bouncesCsv({ groups }: Bounces | AuditedBounces): string {
  const rows = groups.map((group) => {
    const { explanation, origin, count, domains, example } = group;
    const explaining =
      'audit' in group ? group.audit.flatMap(({ findings }) => findings.map(({ id }) => id)) : [];
    return [
      count,
      explanation.reply,
      explanation.enhanced,
      explanation.receiver,
      origin,
      explanation.cause,
      explanation.class,
      explanation.action,
      explanation.confidence,
      explanation.meaning,
      explanation.remedy,
      explanation.findings.join(' '),
      domains.join(' '),
      [...new Set(explaining)].join(' '),
      example.text,
    ];
  });
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
