/**
 * Selectors worth trying where the user gave none, the most widely used first: those of the large mailbox and
 * mailing providers, and what server software proposes.
 */
export const commonSelectors: readonly string[] = [
  // Google Workspace, Microsoft 365
  'google',
  'selector1',
  'selector2',
  // cPanel, OpenDKIM guides, Plesk, rspamd, mailcow
  'default',
  'dkim',
  'mail',
  // Mailchimp, Mandrill
  'k1',
  'k2',
  'k3',
  'mandrill',
  'mte1',
  'mte2',
  // SendGrid and many others
  's1',
  's2',
  'smtpapi',
  'm1',
  // Mailgun
  'smtp',
  'mx',
  'pic',
  'mailo',
  // Zoho
  'zoho',
  'zmail',
  // Mailjet, Brevo, MailerLite, MailerSend, Klaviyo, Constant Contact, Campaign Monitor
  'mailjet',
  'brevo1',
  'brevo2',
  'sib',
  'litesrv',
  'ml',
  'mlsend',
  'kl',
  'kl2',
  'ctct1',
  'ctct2',
  'cm',
  // Postmark, Resend, Zendesk, Elastic Email, MailChannels
  'pm',
  'resend',
  'zendesk1',
  'zendesk2',
  'api',
  'mailchannels',
  // Proton, Fastmail, iCloud, SimpleLogin, Gandi, Migadu, mailbox.org, Hostinger, MXroute
  'protonmail',
  'protonmail2',
  'protonmail3',
  'fm1',
  'fm2',
  'fm3',
  'sig1',
  'dkim02',
  'gm1',
  'gm2',
  'key1',
  'key2',
  'mbo0001',
  'hostingermail-a',
  'x',
  // Rackspace Email, Yahoo Small Business, rotation by hand
  'mxvault',
  's1024',
  's2048',
  'dkim1',
  'dkim2',
  'email',
  'selector',
];
