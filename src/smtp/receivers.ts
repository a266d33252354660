import type { Said } from '../text/say.ts';

/** The receivers whose replies presend knows, as people call them, in the order that a report names them. */
export const receivers = {
  gmail: 'Gmail',
  outlook: 'Outlook.com',
  'exchange-online': 'Exchange Online',
  yahoo: 'Yahoo, AOL',
  icloud: 'iCloud',
  comcast: 'Comcast',
  gmx: 'GMX, web.de',
  orange: 'Orange',
  laposte: 'La Poste',
  free: 'Free',
  sfr: 'SFR',
  ovh: 'OVH',
  postfix: 'Postfix',
  exim: 'Exim',
  sendmail: 'sendmail',
  rfc: { en: 'Any receiver by the RFC', fr: 'Tout destinataire selon les RFC' },
} as const satisfies Readonly<Record<string, Said>>;

export type ReceiverId = keyof typeof receivers;

/** All of them in that order. */
export const receiverIds = Object.keys(receivers) as readonly ReceiverId[];
