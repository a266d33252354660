import type { DkimProvider } from './entry.ts';

/** Applications that write in the name of the domain. Sorted by key. */
export const softwareProviders = [
  {
    key: 'freshdesk',
    name: 'Freshdesk',
    zones: ['email.freshdesk.com'],
    selectors: [],
    usual: false,
    aliases: ['domainkey.freshemail.io'],
    form: {
      en: 'names of a few random letters and digits, as CNAMEs to domainkey.freshemail.io',
      fr: 'des noms de quelques lettres et chiffres aléatoires, en CNAME vers domainkey.freshemail.io',
    },
  },
  {
    key: 'help-scout',
    name: 'Help Scout',
    zones: ['helpscoutemail.com'],
    selectors: ['strong1', 'strong2'],
    usual: true,
    aliases: ['helpscout.net'],
  },
  {
    key: 'intercom',
    name: 'Intercom',
    zones: ['intercom-mail.com'],
    selectors: ['intercom'],
    usual: true,
    aliases: ['dkim.intercom.io'],
  },
  {
    key: 'salesforce',
    name: 'Salesforce',
    zones: ['_spf.mta.salesforce.com', '_spf.salesforce.com', 'spf.salesforce.com'],
    selectors: ['sf1', 'sf2', 'salesforce'],
    usual: false,
    aliases: ['custdkim.salesforce.com'],
    form: {
      en: 'two names that the administrator chose, as CNAMEs to custdkim.salesforce.com',
      fr: "deux noms au choix de l'administrateur, en CNAME vers custdkim.salesforce.com",
    },
  },
  {
    key: 'zendesk',
    name: 'Zendesk',
    zones: ['mail.zendesk.com'],
    selectors: ['zendesk1', 'zendesk2'],
    usual: true,
    aliases: ['_domainkey.zendesk.com'],
  },
] as const satisfies readonly DkimProvider[];
