import type { DkimProvider } from './entry.ts';

/** Gateways that sign what passes through them. Sorted by key. */
export const securityProviders = [
  {
    key: 'cisco-secure-email',
    name: 'Cisco Secure Email',
    zones: ['iphmx.com'],
    selectors: [],
    usual: false,
    aliases: [],
    form: {
      en: 'chosen by the administrator of the gateway',
      fr: "au choix de l'administrateur de la passerelle",
    },
  },
  {
    key: 'hornetsecurity',
    name: 'Hornetsecurity',
    zones: ['antispameurope.com', 'hornetsecurity.com'],
    selectors: ['hse1', 'hse2'],
    usual: false,
    aliases: [],
  },
  {
    key: 'mimecast',
    name: 'Mimecast',
    zones: ['mim.ec', 'mimecast.co.za', 'mimecast.com', 'mimecastprotect.com'],
    selectors: [],
    usual: false,
    aliases: [],
    form: {
      en: 'mimecast and the day of its creation, such as mimecast20190719',
      fr: 'mimecast et la date de création, comme mimecast20190719',
    },
  },
  {
    key: 'proofpoint',
    name: 'Proofpoint',
    zones: ['pphosted.com'],
    selectors: ['pps1'],
    usual: false,
    aliases: [],
    form: {
      en: 'chosen by the administrator, often pps1 or pps and a date, such as pps12202023',
      fr: "au choix de l'administrateur, souvent pps1, ou pps et une date, comme pps12202023",
    },
  },
  {
    key: 'proofpoint-essentials',
    name: 'Proofpoint Essentials',
    zones: ['ppe-hosted.com'],
    selectors: [],
    usual: false,
    aliases: [],
    form: {
      en: 'selector- and the ten digits of a time, such as selector-1739986532',
      fr: "selector- et les dix chiffres d'un horodatage, comme selector-1739986532",
    },
  },
  {
    key: 'sophos',
    name: 'Sophos',
    zones: ['hydra.sophos.com'],
    selectors: [],
    usual: false,
    aliases: [],
    form: { en: 'sophos and 32 hexadecimal digits', fr: 'sophos et 32 chiffres hexadécimaux' },
  },
  {
    key: 'symantec-email-security',
    name: 'Symantec Email Security',
    zones: ['messagelabs.com'],
    selectors: [],
    usual: false,
    aliases: [],
    form: {
      en: 'letters and digits that the administrator chose',
      fr: "des lettres et des chiffres au choix de l'administrateur",
    },
  },
  {
    key: 'trend-micro',
    name: 'Trend Micro',
    zones: ['trendmicro.com', 'trendmicro.eu'],
    selectors: [],
    usual: false,
    aliases: [],
    form: {
      en: 'tm-dkim- and the fourteen digits of a time, such as tm-dkim-20210503141657',
      fr: "tm-dkim- et les quatorze chiffres d'un horodatage, comme tm-dkim-20210503141657",
    },
  },
] as const satisfies readonly DkimProvider[];
