import type { Words } from '../text/say.ts';

/** Where a reply and its condition were read. */
export const sources = {
  'gmail-errors': {
    en: 'Google, Gmail SMTP errors and codes (support.google.com/a/answer/3726730, 2026-02-12)',
    fr: 'Google, erreurs et codes SMTP de Gmail (support.google.com/a/answer/3726730, 2026-02-12)',
  },
  'gmail-bulk': {
    en: 'Google, Gmail SMTP errors and codes (support.google.com/a/answer/3726730, 2026-02-12); the dates by its email sender guidelines FAQ (support.google.com/a/answer/14229414, 2026-03-11)',
    fr: 'Google, erreurs et codes SMTP de Gmail (support.google.com/a/answer/3726730, 2026-02-12) ; les dates selon ses questions sur les consignes aux expéditeurs (support.google.com/a/answer/14229414, 2026-03-11)',
  },
  'gmail-seen': { en: 'Replies of Gmail seen in public', fr: 'Réponses de Gmail vues publiquement' },
  outlook: {
    en: 'Microsoft, Outlook.com requirements for high-volume senders and postmaster troubleshooting (2026-06-15)',
    fr: "Microsoft, exigences d'Outlook.com envers les envois en masse et page de dépannage postmaster (2026-06-15)",
  },
  'outlook-seen': {
    en: 'Replies of Outlook.com seen in public',
    fr: "Réponses d'Outlook.com vues publiquement",
  },
  exchange: {
    en: 'Microsoft, Exchange Online non-delivery reports',
    fr: "Microsoft, avis de non-remise d'Exchange Online",
  },
  'exchange-seen': {
    en: 'Replies of Exchange Online seen in public',
    fr: "Réponses d'Exchange Online vues publiquement",
  },
  'yahoo-errors': {
    en: 'Yahoo, SMTP error codes (senders.yahooinc.com/smtp-error-codes)',
    fr: "Yahoo, codes d'erreur SMTP (senders.yahooinc.com/smtp-error-codes)",
  },
  'yahoo-practices': {
    en: 'Yahoo, sender best practices (senders.yahooinc.com/best-practices)',
    fr: 'Yahoo, bonnes pratiques des expéditeurs (senders.yahooinc.com/best-practices)',
  },
  icloud: {
    en: 'Apple, postmaster information for iCloud Mail (support.apple.com/102322)',
    fr: 'Apple, informations postmaster sur iCloud Mail (support.apple.com/102322)',
  },
  'icloud-seen': { en: 'Replies of iCloud seen in public', fr: "Réponses d'iCloud vues publiquement" },
  comcast: {
    en: 'Comcast, postmaster error codes (postmaster.comcast.net)',
    fr: "Comcast, codes d'erreur postmaster (postmaster.comcast.net)",
  },
  gmx: {
    en: 'GMX and web.de, postmaster error pages (postmaster.gmx.net)',
    fr: "GMX et web.de, pages d'erreur postmaster (postmaster.gmx.net)",
  },
  orange: {
    en: 'Orange, code 405 of its table (postmaster.orange.fr); the SMTP reply as seen in public',
    fr: 'Orange, code 405 de sa table (postmaster.orange.fr) ; la réponse SMTP telle que vue publiquement',
  },
  'orange-helo': {
    en: 'Orange, codes 201 to 209 of its table (postmaster.orange.fr), which are temporary: the EHLO name must be a full one and resolve',
    fr: 'Orange, codes 201 à 209 de sa table (postmaster.orange.fr), temporaires : le nom EHLO doit être complet et résoluble',
  },
  'orange-table': {
    en: 'Orange, table of its codes (postmaster.orange.fr); the SMTP code in front of one can vary',
    fr: 'Orange, table de ses codes (postmaster.orange.fr) ; le code SMTP qui précède peut varier',
  },
  laposte: {
    en: 'La Poste, rules for senders (postmaster.laposte.net)',
    fr: 'La Poste, règles pour les expéditeurs (postmaster.laposte.net)',
  },
  'laposte-seen': {
    en: 'Replies of La Poste seen in public',
    fr: 'Réponses de La Poste vues publiquement',
  },
  'free-seen': { en: 'Replies of Free seen in public', fr: 'Réponses de Free vues publiquement' },
  'sfr-seen': { en: 'Replies of SFR seen in public', fr: 'Réponses de SFR vues publiquement' },
  'ovh-seen': { en: 'Replies of OVH seen in public', fr: "Réponses d'OVH vues publiquement" },
  postfix: { en: 'Postfix source, smtpd', fr: 'Code source de Postfix, smtpd' },
  'postfix-maps': {
    en: 'Replies of Postfix with maps of generic names, seen in public',
    fr: 'Réponses de Postfix avec des tables de noms génériques, vues publiquement',
  },
  'policyd-spf': {
    en: 'policyd-spf, the SPF policy server for Postfix',
    fr: 'policyd-spf, le serveur de politique SPF pour Postfix',
  },
  opendkim: { en: 'OpenDKIM stock texts', fr: "Textes d'origine d'OpenDKIM" },
  opendmarc: { en: 'OpenDMARC stock texts', fr: "Textes d'origine d'OpenDMARC" },
  sendmail: { en: 'sendmail stock configuration', fr: "Configuration d'origine de sendmail" },
  exim: { en: 'Exim source and stock configuration', fr: "Code source et configuration d'origine d'Exim" },
  'exim-seen': {
    en: 'Replies of Exim and cPanel seen in public',
    fr: "Réponses d'Exim et cPanel vues publiquement",
  },
  rfc5321: { en: 'RFC 5321 §4.2.2, §4.2.3', fr: 'RFC 5321 §4.2.2, §4.2.3' },
  'rfc7372-dkim': { en: 'RFC 7372 §3.1', fr: 'RFC 7372 §3.1' },
  'rfc7372-spf': { en: 'RFC 7372 §3.2', fr: 'RFC 7372 §3.2' },
  'rfc7372-reverse': { en: 'RFC 7372 §3.3', fr: 'RFC 7372 §3.3' },
  rfc7505: { en: 'RFC 7505 §4.1', fr: 'RFC 7505 §4.1' },
} as const satisfies Readonly<Record<string, Words>>;

export type SourceId = keyof typeof sources;
