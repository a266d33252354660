import { getPublicSuffix } from 'tldts';
import { describe, expect, it } from 'vitest';
import { hostingProviders } from '../../src/dkim/providers/hosting.ts';
import { mailboxProviders } from '../../src/dkim/providers/mailboxes.ts';
import { marketingProviders } from '../../src/dkim/providers/marketing.ts';
import { panelProviders } from '../../src/dkim/providers/panels.ts';
import { securityProviders } from '../../src/dkim/providers/security.ts';
import { softwareProviders } from '../../src/dkim/providers/software.ts';
import { transactionalProviders } from '../../src/dkim/providers/transactional.ts';
import { dkimProviders, providersOf } from '../../src/dkim/providers.ts';
import { ancestors, toDomainName } from '../../src/domain.ts';
import { providerOf as spfProviderOf } from '../../src/spf/providers.ts';

const keysOf = (...targets: string[]): string[] => providersOf(targets).map(({ key }) => key);

describe('who signs for a domain', () => {
  it.each([
    ['example-com.mail.protection.outlook.com', 'microsoft-365', ['selector1', 'selector2']],
    ['example-com.a-v1.mx.microsoft', 'microsoft-365', ['selector1', 'selector2']],
    ['spf.protection.outlook.com', 'microsoft-365', ['selector1', 'selector2']],
    ['aspmx.l.google.com', 'google-workspace', ['google']],
    ['alt3.aspmx.l.google.com', 'google-workspace', ['google']],
    ['aspmx2.googlemail.com', 'google-workspace', ['google']],
    ['_spf.google.com', 'google-workspace', ['google']],
    ['mx.zoho.eu', 'zoho-mail', ['zmail', 'zoho', '1522905413783']],
    ['mail.protonmail.ch', 'proton-mail', ['protonmail', 'protonmail2', 'protonmail3']],
    ['in1-smtp.messagingengine.com', 'fastmail', ['fm1', 'fm2', 'fm3', 'mesmtp']],
    ['mx01.mail.icloud.com', 'icloud-mail', ['sig1']],
    ['aspmx1.migadu.com', 'migadu', ['key1', 'key2', 'key3']],
    ['mxext1.mailbox.org', 'mailbox-org', ['mbo0001', 'mbo0002', 'mbo0003', 'mbo0004']],
    ['mail.tutanota.de', 'tuta', ['s1', 's2']],
    ['mx1.simplelogin.co', 'simplelogin', ['dkim', 'dkim02', 'dkim03']],
    ['mx1.titan.email', 'titan', ['titan1']],
    ['mx.yandex.net', 'yandex', ['mail']],
    ['emx.mail.ru', 'mail-ru', ['mailru']],
    ['mx1.privateemail.com', 'namecheap-private-email', ['default']],
    ['1234abcd.mx1.emailprofi.seznam.cz', 'seznam', ['szn1', 'szn2', 'szn3']],
    ['mx1.mail.ovh.net', 'ovhcloud', ['ovhmo-selector-1', 'ovhmo-selector-2']],
    ['mx00.ionos.de', 'ionos', ['s1-ionos', 's2-ionos', 's42582890']],
    ['_spf.perfora.net', 'ionos', ['s1-ionos', 's2-ionos', 's42582890']],
    ['spool.mail.gandi.net', 'gandi', ['gm1', 'gm2', 'gm3']],
    [
      'mx1.hostinger.com',
      'hostinger',
      ['hostingermail-a', 'hostingermail-b', 'hostingermail-c', 'hostingermail1'],
    ],
    ['smtpin.rzone.de', 'strato', ['strato-dkim-0002', 'strato-dkim-0003', 'strato-dkim-0001']],
    ['smtp.secureserver.net', 'godaddy', ['secureserver1', 'secureserver2']],
    ['mx1.pub.mailpod14-cph3.one.com', 'one-com', ['rsa1', 'rsa2', 'ed1', 'ed2']],
    ['_spf.transip.email', 'transip', ['transip-a', 'transip-b', 'transip-c']],
    ['mx.simply.com', 'simply-com', ['simplycom1', 'simplycom2']],
    ['websitewelcome.com', 'hostgator', ['default']],
    ['_spf.mailspamprotection.com', 'siteground', ['default']],
    ['servers.mcsv.net', 'mailchimp', ['k2', 'k3', 'k1']],
    ['spf.mandrillapp.com', 'mandrill', ['mte1', 'mte2', 'mandrill']],
    ['sendgrid.net', 'sendgrid', ['s1', 's2', 'eus1', 'eus2', 'm1', 'smtpapi']],
    ['spf.mailjet.com', 'mailjet', ['mailjet']],
    ['spf.brevo.com', 'brevo', ['brevo1', 'brevo2', 'mail']],
    ['spf.sendinblue.com', 'brevo', ['brevo1', 'brevo2', 'mail']],
    ['_spf.mlsend.com', 'mailerlite', ['litesrv', 'ml']],
    ['_spf.mailersend.net', 'mailersend', ['mlsend2', 'mlsend']],
    ['spf.klaviyodns.com', 'klaviyo', ['kl', 'kl2']],
    ['spf.constantcontact.com', 'constant-contact', ['ctct1', 'ctct2']],
    ['_spf.createsend.com', 'campaign-monitor', ['cm']],
    ['emsd1.com', 'activecampaign', ['acdkim1', 'acdkim2', 'dk']],
    ['spf.crsend.com', 'cleverreach', ['crsend']],
    ['mail.zendesk.com', 'zendesk', ['zendesk1', 'zendesk2']],
    ['_spf.elasticemail.com', 'elastic-email', ['api']],
    ['mx01.hornetsecurity.com', 'hornetsecurity', ['hse1', 'hse2']],
  ] as const)('%s: %s', (target, key, selectors) => {
    const [provider, ...rest] = providersOf([target]);
    expect(provider).toMatchObject({ key, selectors });
    expect(rest).toEqual([]);
  });

  it.each([
    ['amazonses.com', 'amazon-ses', /32 random .* dkim\.amazonses\.com/],
    ['inbound-smtp.eu-west-1.amazonaws.com', 'amazon-ses', /32 random/],
    ['146708740.spf05.hubspotemail.net', 'hubspot', /hs1- and hs2-/],
    ['_spf.salesforce.com', 'salesforce', /custdkim\.salesforce\.com/],
    ['spf.mtasv.net', 'postmark', /20230913174421pm/],
    ['_spf.eu.sparkpostmail.com', 'sparkpost', /scph0922/],
    ['spf.smtp2go.com', 'smtp2go', /dkim\.smtp2go\.net/],
    ['eu-smtp-inbound-1.mimecast.com', 'mimecast', /mimecast20190719/],
    ['mx1-eu1.ppe-hosted.com', 'proofpoint-essentials', /selector-1739986532/],
    ['mx-01-eu-central-1.prod.hydra.sophos.com', 'sophos', /32 hexadecimal/],
    ['mta-gw.infomaniak.ch', 'infomaniak', /20260112/],
    ['www62.your-server.de', 'hetzner', /default2302/],
    ['spf.kasserver.com', 'all-inkl', /kas202302241129/],
    ['mx1.emailsrvr.com', 'rackspace-email', /20221012-tfsz5nkw/],
  ] as const)('%s: %s, by the form of its selectors', (target, key, form) => {
    const [provider] = providersOf([target]);
    expect(provider?.key).toBe(key);
    expect(provider?.form?.en).toMatch(form);
    expect(provider?.usual).toBe(false);
  });

  it('names each once, in the order of the targets', () => {
    expect(
      keysOf('mx00.ionos.de', 'mx.example.com', 'mx01.ionos.de', 'sendgrid.net', '_spf-eu.ionos.com'),
    ).toEqual(['ionos', 'sendgrid']);
    expect(keysOf('sendgrid.net', 'mx00.ionos.de')).toEqual(['sendgrid', 'ionos']);
    expect(keysOf()).toEqual([]);
  });

  it.each(['SendGrid.NET', 'sendgrid.net.', 'U123.WL.sendgrid.net.'])('takes %s for SendGrid', (target) => {
    expect(keysOf(target)).toEqual(['sendgrid']);
  });

  it('reads past macros', () => {
    expect(keysOf('%{ir}.%{v}.%{d}.spf.has.pphosted.com')).toEqual(['proofpoint']);
    expect(keysOf('%{i}._spf.mta.SALESFORCE.com')).toEqual(['salesforce']);
  });

  it.each([
    ['an unknown name', 'mx.example.com'],
    ['a name that ends in the same letters', 'notsendgrid.net'],
    ['a macro that does', '%{d}sendgrid.net'],
    ['a label that holds the dot', 'not\\.sendgrid.net'],
    ['a known name in front', 'sendgrid.net.example.com'],
    ['a parent zone', 'net'],
    ['a host that a customer named', 'w0123456.kasserver.com'],
    ['a machine that a customer rents', 'ec2-192-0-2-1.eu-west-1.compute.amazonaws.com'],
    ['a server that a customer rents', 'vps-0a1b2c3d.vps.ovh.net'],
    ['a shop', 'example.myshopify.com'],
    ['a help desk', 'example.zendesk.com'],
    ['another help desk', 'example.freshdesk.com'],
    ['an office', 'example.my.salesforce.com'],
    ['the mailboxes of outlook.com', 'outlook.com'],
    ['no mail at all (a null MX)', '.'],
    ['nothing', ''],
    ['something of every object', 'constructor'],
  ])('knows nobody behind %s', (_, target) => {
    expect(keysOf(target)).toEqual([]);
  });

  it('does not dwell on a name, however long', () => {
    const labels = 'a.'.repeat(200_000);
    expect(keysOf(`${labels}sendgrid.net`)).toEqual(['sendgrid']);
    expect(keysOf(`${labels}example.com`)).toEqual([]);
  });
});

describe('the entries', () => {
  const zones = dkimProviders.flatMap((provider) => provider.zones);
  const aliases = dkimProviders.flatMap((provider) => provider.aliases);
  const twice = (list: readonly string[]): string[] => list.filter((one, at) => list.indexOf(one) !== at);

  it('are there', () => {
    expect(dkimProviders.length).toBeGreaterThanOrEqual(100);
  });

  it.each([
    ['mailboxes', mailboxProviders],
    ['hosting', hostingProviders],
    ['panels', panelProviders],
    ['marketing', marketingProviders],
    ['transactional', transactionalProviders],
    ['software', softwareProviders],
    ['security', securityProviders],
  ] as const)('are sorted and all in use: %s', (_, list) => {
    const keys = list.map(({ key }) => key);
    expect(keys).toEqual(keys.toSorted());
    expect(list.filter((one) => !dkimProviders.includes(one))).toEqual([]);
  });

  it('have keys of their own, in lower case', () => {
    const keys = dkimProviders.map(({ key }) => key);
    expect(twice(keys)).toEqual([]);
    expect(keys.filter((key) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(key))).toEqual([]);
  });

  it('have names of their own, those that SPF knows them by', () => {
    expect(twice(dkimProviders.map(({ name }) => name))).toEqual([]);
    const other = dkimProviders
      .flatMap(({ name, zones: own }) => own.map((zone) => ({ zone, name, spf: spfProviderOf(zone)?.name })))
      .filter(({ name, spf }) => spf !== undefined && spf !== name);
    expect(other).toEqual([]);
  });

  it('have zones of their own, sorted domain names in lower case', () => {
    expect(twice(zones)).toEqual([]);
    expect(zones.filter((zone) => toDomainName(zone) !== zone)).toEqual([]);
    expect(dkimProviders.filter((one) => one.zones.length === 0)).toEqual([]);
    expect(dkimProviders.map((one) => one.zones)).toEqual(dkimProviders.map((one) => one.zones.toSorted()));
  });

  it('claim no public suffix, not even a private one, with what is below', () => {
    expect(zones.filter((zone) => getPublicSuffix(zone) === zone)).toEqual([]);
    expect(zones.filter((zone) => getPublicSuffix(zone, { allowPrivateDomains: true }) === zone)).toEqual([]);
  });

  it('have no zone within another', () => {
    const known = new Set(zones);
    expect(
      zones.filter((zone) =>
        ancestors(zone)
          .slice(1)
          .some((parent) => known.has(parent)),
      ),
    ).toEqual([]);
  });

  it('have selectors that the DNS takes, in lower case, none twice', () => {
    const legal = /^[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?$/;
    expect(dkimProviders.flatMap((one) => one.selectors).filter((selector) => !legal.test(selector))).toEqual(
      [],
    );
    expect(dkimProviders.filter((one) => twice(one.selectors).length > 0)).toEqual([]);
  });

  it('say how the selectors look where they know none, and what is usual only where they know some', () => {
    expect(dkimProviders.filter((one) => one.selectors.length === 0 && one.form === undefined)).toEqual([]);
    expect(dkimProviders.filter((one) => one.usual && one.selectors.length === 0)).toEqual([]);
    expect(dkimProviders.filter((one) => one.usual && one.form !== undefined)).toEqual([]);
  });

  it('describe a form in one short phrase', () => {
    const phrase = /^[a-z].{10,110}[^.]$/;
    expect(
      dkimProviders
        .flatMap(({ form }) => (form ? [form.en, form.fr] : []))
        .filter((form) => !phrase.test(form)),
    ).toEqual([]);
  });

  it('point aliases to domain names in lower case, and to no public suffix', () => {
    expect(aliases.filter((zone) => toDomainName(zone) !== zone)).toEqual([]);
    expect(aliases.filter((zone) => getPublicSuffix(zone) === zone)).toEqual([]);
    expect(dkimProviders.map((one) => one.aliases)).toEqual(
      dkimProviders.map((one) => one.aliases.toSorted()),
    );
  });
});
