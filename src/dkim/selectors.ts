/** Ten a line, to read the place of each off. */
const ranked = `
  default google selector1 mail s1 selector2 k1 dkim s2 mandrill
  k2 smtp key1 m1 mx key2 mailjet k3 smtpapi email
  dk mailo mte1 x protonmail cm krs 200608 s2048 s1024
  zendesk1 pic dkim1 kl brevo1 mta api mailchannels pm resend
  sig1 ovhmo-selector-1 s1-ionos hs1 strato-dkim-0002 intercom fm1 litesrv sign rsa1
  ml 1522905413783 fm2 hs2 pps1 secureserver1 titan1 hostingermail-a rsa2 m2
  mail1 zmail key3 spop1024 selector mail2 ctct1 10dkim1 hse1 acdkim1
  zendesk2 dkim2 mlsend2 zoho fm3 selector3 main 11dkim1 gm1 kl2
  dkim1024 salesforce dkim02 sf1 pdk1 protonmail3 cka v1 50dkim1 protonmail2
  s2-ionos sailthru s3 squarespace us firebase1 sel1 dkim2048 prod crsend
  cf2024-1 12dkim1 s42582890 firebase2 ctct2 gm2 mbo0001 mlsend mxvault sib
  strato-dkim-0003 transip-a strong1 brevo2 mailru test mg dreamhost neolane mte2
  strato-dkim-0001 hse2 dkim01 key primary server hostingermail-b key4 hostingermail1 proddkim1024
  sg sm eus1 corporate gears mailgun smtpout k5 0 corp
  simplycom1 qualtrics hostingermail-c mindbox pdk2 eus2 ovhmo-selector-2 mailer mkt f2026
  mesmtp spop 51dkim1 sf2 amazonses dk1 outbound sel2 ses secureserver2
  k4 ml02 20230601 postfix dkim03 newsletter ed1 rsa ed-dkim m3
  mx1 mail-dkim mailpoet1 beta private class dkim3 everlytickey1 mdaemon s4
  dyn ep1 ed2 spacemail 1 aweber_key_a szn1 app v2 sendgrid
  s5 responsys pepipost a1 spop2048 dkimprovmx1 rwmt1 ecm1 m4 dkimrnt
  sl1 everlytickey2 exim googleapps ed25519 mailchimp mta1 d 20161025 ed-dkim-v3
  e2ma-k1 2015 2017 f2019 13dkim1 transip-b dk2 global m mailrelay
  mx2 s www zendesk mixpanel acdkim2 mail4 gm3 purelymail1 m5
  selector4 gmail dkimmail eversrv lists one beget cka2 2024 2025
  postmark sparkpost transip-c 2018 brevo domainkey exchange gapps hubspot marketing
  mimecast news o365 office365 proofpoint relay sel sendinblue zimbra mailing
  mailpoet2 simplycom2 key5 authsmtp dkim4 msa sl sl2 smtpauth spf
  selector1-azurecomm-prod-net sfdc 2023 2026 s1024a mbo0002 automattic1 aweber_key_b szn2 clab1
  esputnik crisp dkim04 dkim5 dkimprovmx2 rwmt2 strong2 smtp2 2022 clk
  google2 mailout mailserver marketo mc opendkim out pardot production sf
  smtp1 web mailmodo salesmanago 20210112 e2ma-k2 mbo0003 ml01 aweber_key_c szn3
  2020 2021 202401 202501 a barracuda clk2 emarsys freshdesk gateway
  google2048 gsuite host info mail3 mktg notifications plesk pps public
  selector01 selector02 sig2 transactional purelymail2 e2ma-k3 mbo0004 2019 202301 20240101
  20250101 202601 2048 b braze cpanel crm customerio d1 dkimkey
  ionos iterable k kerio m365 mailcow mkto odoo ovh selector2-azurecomm-prod-net
  sophos stripe support synology apsis purelymail3 dkim1k dkimsem eml enkod
  key0 1024 2 20230101 bounce erp exo helpdesk mailman stalwart
`;

/**
 * Selectors worth trying where nothing names one, the likeliest first: by how many domains use the providers
 * that ask for them, by the mail and the collections they were seen in, and by what server software proposes.
 */
export const commonSelectors: readonly string[] = ranked.trim().split(/\s+/);

/** How many to ask for: they reach 99 of 100 customers of the known providers, and go out in one wave. */
export const defaultDepth = 120;
