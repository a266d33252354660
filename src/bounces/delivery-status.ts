import { behindType, fieldOf, type Fields, headerFields } from './header-fields.ts';

/** What a report says of one recipient (RFC 3464 §2.3). */
export interface RecipientStatus {
  readonly recipient: string | null;
  readonly status: string | null;
  /** Type and text of the diagnostic code, `smtp` and the reply. */
  readonly diagnostic: { readonly type: string; readonly value: string } | null;
  readonly remoteMta: string | null;
  readonly time: string | null;
}

/** The fields of a report (RFC 3464). */
export interface DeliveryStatus {
  readonly reportingMta: string | null;
  readonly queueId: string | null;
  /** Envelope sender, from a field of Postfix's own. */
  readonly sender: string | null;
  readonly recipients: readonly RecipientStatus[];
}

const maxRecipients = 10_000;

/** Blocks of lines between empty lines. */
function blocks(lines: readonly string[]): string[][] {
  const found: string[][] = [];
  let block: string[] = [];
  for (const line of [...lines, '']) {
    if (line.trim() !== '') block.push(line);
    else if (block.length > 0) {
      found.push(block);
      block = [];
    }
    if (found.length > maxRecipients) break;
  }
  return found;
}

/** `mx.example.net. (192.0.2.1, the server for the domain example.net.)` holds more than the name. */
function hostOf(value: string | null): string | null {
  const name = behindType(value)?.value.split(/[\s(]/, 1)[0]?.replace(/\.$/, '');
  return name || null;
}

function recipientOf(fields: Fields): RecipientStatus | null {
  const final = fieldOf(fields, 'final-recipient') ?? fieldOf(fields, 'original-recipient');
  const action = fieldOf(fields, 'action')?.split(/[\s(]/, 1)[0]?.toLowerCase();
  const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(fieldOf(fields, 'status') ?? '')?.[0] ?? null;
  if (final === null && action === undefined) return null;
  // RFC 3464 §2.3.3: the other actions tell of success.
  if (action !== undefined && action !== 'failed' && action !== 'delayed') return null;
  if (action === undefined && status?.startsWith('2')) return null;
  return {
    recipient: behindType(final)?.value.replace(/^<(.*)>$/, '$1') ?? null,
    status,
    diagnostic: behindType(fieldOf(fields, 'diagnostic-code')),
    remoteMta: hostOf(fieldOf(fields, 'remote-mta')),
    time: fieldOf(fields, 'last-attempt-date'),
  };
}

/** Reads the lines of a message/delivery-status. */
export function readDeliveryStatus(lines: readonly string[]): DeliveryStatus {
  const read = blocks(lines).map(headerFields);
  const about = read.find((fields) => fields.has('reporting-mta')) ?? new Map<string, string[]>();
  return {
    reportingMta: hostOf(fieldOf(about, 'reporting-mta')),
    queueId: fieldOf(about, 'x-postfix-queue-id'),
    sender: behindType(fieldOf(about, 'x-postfix-sender'))?.value ?? null,
    recipients: read.flatMap((fields) => recipientOf(fields) ?? []),
  };
}
