/** The receivers whose replies presend knows, as people call them. */
export const receivers = {
  gmail: 'Gmail',
  outlook: 'Outlook.com',
  'exchange-online': 'Exchange Online',
  yahoo: 'Yahoo, AOL',
  icloud: 'iCloud',
  comcast: 'Comcast',
  gmx: 'GMX, web.de',
  orange: 'Orange',
  postfix: 'Postfix',
  sendmail: 'sendmail',
  exim: 'Exim',
} as const;

export type ReceiverId = keyof typeof receivers;
