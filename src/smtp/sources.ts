/** Where a reply and its condition were read. */
export const sources = {
  'gmail-errors': 'Google, Gmail SMTP errors and codes (support.google.com/a/answer/3726730, 2026-02-12)',
  'gmail-faq': 'Google, email sender guidelines FAQ (support.google.com/a/answer/14229414, 2026-03-11)',
  'gmail-seen': 'Replies of Gmail seen in public',
  outlook:
    'Microsoft, Outlook.com requirements for high-volume senders and postmaster troubleshooting (2026-06-15)',
  exchange: 'Microsoft, Exchange Online non-delivery reports',
  'yahoo-errors': 'Yahoo, SMTP error codes (senders.yahooinc.com/smtp-error-codes)',
  'icloud-seen': 'Replies of iCloud seen in public',
  comcast: 'Comcast, postmaster error codes (postmaster.comcast.net)',
  gmx: 'GMX and web.de, postmaster error pages (postmaster.gmx.net)',
  orange: 'Orange, code 405 of its table (postmaster.orange.fr); the SMTP reply as seen in public',
  'orange-helo':
    'Orange, codes 201 to 209 of its table (postmaster.orange.fr), which are temporary: the EHLO name must be a full one and resolve',
  postfix: 'Postfix source, smtpd',
  sendmail: 'sendmail stock configuration',
  exim: 'Exim source and stock configuration',
  rfc7505: 'RFC 7505 §4.1',
} as const;

export type SourceId = keyof typeof sources;
