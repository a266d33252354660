import type { CheckId } from '../../all-checks.ts';

/** References that hold more than names and clauses of documents, in French. */
export const frenchReferences: Readonly<Partial<Record<CheckId, string>>> = {
  'dmarc-tags-removed': 'RFC 9989 §9.3, annexe A.6',
  'from-mailbox-provider': 'Usage des destinataires (règles de Gmail pour les expéditeurs), RFC 9989 §4.4',
  'mx-placeholder': 'Usage de Microsoft 365',
  'ptr-generic': 'Usage des destinataires (Outlook.com DY-001, Comcast ES000001)',
};
