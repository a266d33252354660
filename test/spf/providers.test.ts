import { existsSync, readFileSync } from 'node:fs';
import { getPublicSuffix } from 'tldts';
import { describe, expect, it } from 'vitest';
import { ancestors, toDomainName } from '../../src/domain.ts';
import { providerNames, providerZones } from '../../src/spf/providers/entries.ts';
import { providerOf } from '../../src/spf/providers.ts';

const entries = [...providerZones, ...providerNames];

describe('who is behind an include', () => {
  it.each([
    ['spf.protection.outlook.com', 'Microsoft 365', 'mailbox'],
    ['spfd.protection.outlook.com', 'Microsoft 365', 'mailbox'],
    ['outlook.com', 'Outlook.com', 'mailbox'],
    ['_spf.google.com', 'Google Workspace', 'mailbox'],
    ['_netblocks3.google.com', 'Google Workspace', 'mailbox'],
    ['amazonses.com', 'Amazon SES', 'transactional'],
    ['sendgrid.net', 'SendGrid', 'transactional'],
    ['u20990555.wl056.sendgrid.net', 'SendGrid', 'transactional'],
    ['servers.mcsv.net', 'Mailchimp', 'marketing'],
    ['spf.mandrillapp.com', 'Mandrill', 'transactional'],
    ['mailgun.org', 'Mailgun', 'transactional'],
    ['spf.mailjet.com', 'Mailjet', 'transactional'],
    ['spf.brevo.com', 'Brevo', 'marketing'],
    ['spf.sendinblue.com', 'Brevo', 'marketing'],
    ['_spf.eu.sparkpostmail.com', 'SparkPost', 'transactional'],
    ['spf.mtasv.net', 'Postmark', 'transactional'],
    ['_spf.salesforce.com', 'Salesforce', 'software'],
    ['cust-spf.exacttarget.com', 'Salesforce Marketing Cloud', 'marketing'],
    ['7545419.spf04.hubspotemail.net', 'HubSpot', 'marketing'],
    ['mail.zendesk.com', 'Zendesk', 'software'],
    ['email.freshdesk.com', 'Freshdesk', 'software'],
    ['one.zoho.eu', 'Zoho Mail', 'mailbox'],
    ['eu.zcsend.net', 'Zoho Campaigns', 'marketing'],
    ['_spf.yandex.net', 'Yandex', 'mailbox'],
    ['mx.ovh.com', 'OVHcloud', 'hosting'],
    ['_spf-eu.ionos.com', 'IONOS', 'hosting'],
    ['_spf.kundenserver.de', 'IONOS', 'hosting'],
    ['spf.infomaniak.ch', 'Infomaniak', 'hosting'],
    ['_mailcust.gandi.net', 'Gandi', 'hosting'],
    ['_spf.mail.hostinger.com', 'Hostinger', 'hosting'],
    ['_spf.hetzner.com', 'Hetzner', 'hosting'],
    ['secureserver.net', 'GoDaddy', 'hosting'],
    ['spf-00a9a302.pphosted.com', 'Proofpoint', 'security'],
    ['_spf-us.ppe-hosted.com', 'Proofpoint Essentials', 'security'],
    ['eu._netblocks.mimecast.com', 'Mimecast', 'security'],
    ['spf.ess.de.barracudanetworks.com', 'Barracuda', 'security'],
    ['spf.tmes.trendmicro.com', 'Trend Micro', 'security'],
    ['spf.hornetsecurity.com', 'Hornetsecurity', 'security'],
    ['hc2512-66.eu._spf.iphmx.com', 'Cisco Secure Email', 'security'],
    ['_spf_eucentral1.prod.hydra.sophos.com', 'Sophos', 'security'],
    ['_spf.fortimailcloud.com', 'FortiMail Cloud', 'security'],
    ['spf.mailpro.com', 'Mailpro', 'marketing'],
    ['spf.sarbacane.com', 'Sarbacane', 'marketing'],
    ['_spf.mlsend.com', 'MailerLite', 'marketing'],
    ['emsd1.com', 'ActiveCampaign', 'marketing'],
    ['spf.constantcontact.com', 'Constant Contact', 'marketing'],
    ['_spf.createsend.com', 'Campaign Monitor', 'marketing'],
    ['shops.shopify.com', 'Shopify', 'software'],
    ['_spf.elasticemail.com', 'Elastic Email', 'transactional'],
    ['spf.smtp2go.com', 'SMTP2GO', 'transactional'],
    ['_spf.protonmail.ch', 'Proton Mail', 'mailbox'],
    ['spf.messagingengine.com', 'Fastmail', 'mailbox'],
    ['icloud.com', 'iCloud Mail', 'mailbox'],
    ['emailsrvr.com', 'Rackspace Email', 'mailbox'],
    ['spf.web-hosting.com', 'Namecheap', 'hosting'],
    ['relay.mailchannels.net', 'MailChannels', 'transactional'],
    ['bspf.a1.net', 'A1', 'isp'],
    ['spf.protect.kvnbw.de', 'Komm.ONE', 'public'],
  ] as const)('%s: %s', (target, name, kind) => {
    expect(providerOf(target)).toEqual({ name, kind });
  });

  it.each(['SendGrid.NET', 'sendgrid.net.', '_SPF.sendgrid.net.'])('takes %s for SendGrid', (target) => {
    expect(providerOf(target)?.name).toBe('SendGrid');
  });

  it('reads past macros', () => {
    expect(providerOf('%{ir}.%{v}.%{d}.spf.has.pphosted.com')?.name).toBe('Proofpoint');
    expect(providerOf('%{i}._spf.mta.SALESFORCE.com')?.name).toBe('Salesforce');
  });

  it('prefers the closest zone', () => {
    expect(providerOf('spf.messaging.microsoft.com')?.name).toBe('Microsoft 365');
    expect(providerOf('_spf-ssg-b.microsoft.com')?.name).toBe('Microsoft');
  });

  it('gives away no name below one that stands only for itself', () => {
    expect(providerOf('Bayern.de.')?.name).toBe('Freistaat Bayern');
    expect(providerOf('bindlach.bayern.de')).toBeNull();
  });

  it.each([
    ['an unknown name', 'spf.example.com'],
    ['a name that ends in the same letters', 'notsendgrid.net'],
    ['a macro that does', '%{d}sendgrid.net'],
    ['a label that holds the dot', 'not\\.sendgrid.net'],
    ['a known name in front', 'sendgrid.net.example.com'],
    ['a parent zone', 'net'],
    ['what a customer may register', 'customer.kasserver.com'],
    ['a macro alone', '%{d}'],
    ['the root', '.'],
    ['nothing', ''],
    ['something of every object', 'constructor'],
  ])('knows nobody behind %s', (_, target) => {
    expect(providerOf(target)).toBeNull();
  });

  it('does not dwell on a name, however long', () => {
    const labels = 'a.'.repeat(200_000);
    expect(providerOf(`${labels}sendgrid.net`)?.name).toBe('SendGrid');
    expect(providerOf(`${labels}example.com`)).toBeNull();
  });
});

describe('the entries', () => {
  const keys = entries.map(([key]) => key);

  it('are there', () => {
    expect(providerZones.length).toBeGreaterThan(700);
  });

  it('name nothing twice', () => {
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it.each([
    ['zones', providerZones],
    ['names', providerNames],
  ] as const)('are sorted: %s', (_, list) => {
    const own = list.map(([key]) => key);
    expect(own).toEqual(own.toSorted());
  });

  it('have keys that are domain names in lower case', () => {
    expect(keys.filter((key) => toDomainName(key) !== key)).toEqual([]);
  });

  it('claim no public suffix, not even a private one, with what is below', () => {
    const zones = providerZones.map(([key]) => key);
    expect(zones.filter((key) => getPublicSuffix(key) === key)).toEqual([]);
    expect(zones.filter((key) => getPublicSuffix(key, { allowPrivateDomains: true }) === key)).toEqual([]);
    expect(keys.filter((key) => getPublicSuffix(key) === key)).toEqual([]);
  });

  it('have tidy names for the provider', () => {
    const tidy = /^[\p{L}\p{N}][\p{L}\p{N} .&'_()-]*[\p{L}\p{N})]$/u;
    expect(entries.filter(([, name]) => !tidy.test(name) || name.length > 40)).toEqual([]);
  });

  it('give one provider one spelling and one kind', () => {
    const seen = new Map<string, string>();
    const clashes = entries.filter(([, name, kind]) => {
      const said = `${name} ${kind}`;
      const before = seen.get(name.toLowerCase());
      seen.set(name.toLowerCase(), said);
      return before !== undefined && before !== said;
    });
    expect(clashes).toEqual([]);
  });

  it('repeat nothing that a zone around them says already', () => {
    const named = new Map<string, string>(providerZones.map(([key, name]) => [key, name]));
    const idle = providerZones.filter(([key, name]) =>
      ancestors(key)
        .slice(1)
        .some((zone) => named.get(zone) === name),
    );
    expect(idle).toEqual([]);
  });
});

const reference = new URL('../../../shared/reference/spf-include-frequency.tsv', import.meta.url);
const measured = existsSync(reference);

describe.skipIf(!measured)(
  `the includes of real domains${measured ? '' : ' (skipped: the table of their frequency is not there)'}`,
  () => {
    const targets = measured
      ? readFileSync(reference, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => line.split('\t'))
          .map(([count, target = '', , provider = '']) => ({ count: Number(count), target, provider }))
          .map((row) => ({ ...row, known: providerOf(row.target) !== null }))
      : [];

    it('come most used first', () => {
      expect(targets.length).toBeGreaterThan(4000);
      expect(targets.map(({ count }) => count)).toEqual(
        targets.map(({ count }) => count).toSorted((a, b) => b - a),
      );
    });

    it('are named for 181 of the 200 most used targets, and for all of the first 30', () => {
      expect(targets.slice(0, 30).filter(({ known }) => !known)).toEqual([]);
      expect(targets.slice(0, 200).filter(({ known }) => known).length).toBeGreaterThanOrEqual(181);
    });

    it('are named in more than 84 of 100 uses', () => {
      const uses = (rows: typeof targets): number => rows.reduce((sum, { count }) => sum + count, 0);
      expect(uses(targets.filter(({ known }) => known)) / uses(targets)).toBeGreaterThan(0.84);
    });

    it('are named wherever three uses have a name on record, but for two that are in doubt', () => {
      const open = targets.filter(({ count, provider, known }) => count >= 3 && provider !== '' && !known);
      expect(open.map(({ target }) => target)).toEqual(['spf.anti-spam-premium.com', '_netblocks.neti.ee']);
    });
  },
);
