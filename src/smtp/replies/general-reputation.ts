import { entries } from './entry.ts';

const wording = 'Wording that many receivers use';
const lists = 'Blocklists, as their own pages name them';

const lookUp = {
  en: 'Look the address up at https://check.spamhaus.org, stop what the page names, and ask for removal there.',
  fr: "Chercher l'adresse sur https://check.spamhaus.org, faire cesser ce que la page indique, et y demander le retrait.",
} as const;

/** Blocklists, reputation, content and local rules in the words of any receiver. */
export const generalReputation = [
  ...entries({ mark: 'generic', source: lists }, [
    // A list that refuses the question: the receiver asks through an open resolver, and the sender is not listed.
    [
      'receiver-misconfig',
      '',
      [
        'open resolver|*/returnc/*|*spamhaus.org/returnc*|query refused|query-refused|*uribl.com/refused*',
        '*127.255.255.2*|refused to answer … {query|queries}',
        'blocked using …… excessive {number of |}queries|public/open resolver|using public resolver*',
      ],
      { rank: 48 },
    ],
    [
      'domain-blocklisted',
      '',
      '*dbl.spamhaus.org*|spamhaus dbl|*spamhaus.org/query/dbl*|*spamhaus.org/dbl*|*/query/domain*|*rhsbl*',
      { rank: 42, remedy: lookUp },
    ],
    ['uri-blocklisted', '', 'surbl|*surbl.org*|uribl|*uribl.com*|ivmuri', { rank: 40 }],
    [
      'uri-blocklisted',
      '',
      '{url|uri|urls|link|links|website|spamvertised} … {*dbl.spamhaus.org*|spamhaus dbl|*/query/domain*}',
      { rank: 43 },
    ],
    [
      'domain-blocklisted',
      '',
      [
        'blacklisted {sending|sender} domain',
        '{sender|from|helo|mail from|envelope|domain} … {surbl|uribl}*',
        '{domain|sender} … listed … {surbl|uribl}*',
      ],
      { rank: 41 },
    ],
    [
      'ip-dynamic',
      '',
      'spamhaus pbl|spamhaus-pbl|*/pbl/*|*pbl.spamhaus*|*query/pbl*|policy block list',
      {
        rank: 42,
        remedy: {
          en: 'Send through the relay of your provider; if the address is fixed and runs a mail server, its holder can take it off the PBL at https://check.spamhaus.org.',
          fr: "Envoyer par le relais de son fournisseur ; si l'adresse est fixe et héberge un serveur de messagerie, son détenteur peut la retirer de la PBL sur https://check.spamhaus.org.",
        },
      },
    ],
    ['ip-blocklisted', '', '*spamhaus*', { rank: 36, remedy: lookUp }],
    [
      'ip-blocklisted',
      '',
      '*spamcop*',
      {
        rank: 36,
        remedy: {
          en: 'SpamCop listings end by themselves about a day after the last report: stop the cause and wait; see https://www.spamcop.net/bl.shtml.',
          fr: "Une inscription chez SpamCop cesse d'elle-même environ un jour après le dernier signalement : faire cesser la cause et attendre ; voir https://www.spamcop.net/bl.shtml.",
        },
      },
    ],
    [
      'ip-blocklisted',
      '',
      '*sorbs*|*njabl*|*nixspam*|*ix.dnsbl.manitu*',
      {
        rank: 36,
        remedy: {
          en: 'The list named has closed: nobody can be taken off it. Tell the postmaster of the receiver to remove it from the set-up.',
          fr: "La liste nommée a fermé : aucun retrait n'est possible. Demander au postmaster du destinataire de l'ôter de sa configuration.",
        },
      },
    ],
    [
      'ip-blocklisted',
      '',
      [
        '*barracuda central*|barracuda reputation|*uceprotect*|*psbl.surriel*|psbl|*abuseat*|*abusix*',
        '*spamrats*|*mailspike*|*invaluement*|*ivmsip*|*senderscore*|return path dnsbl|*hostkarma*',
        '*junkemailfilter*|*backscatterer*|*spamrl.com*|cobion|*lashback*|*unsubscore*|*blocklist.de*',
        '*gbudb*|*all.s5h*|*drone.abuse.ch*|*dronebl*|*dnswl … block*|*rbl.interserver*|*bl.mailchannels*',
        '*rbl.jp*|*spameatingmonkey*|*spfbl*|*dnsbl.net*|*0spam*|*spamsources*|*gweep*|*swinog*',
        '*anonmails*|*wpbl*|*kundenserver*',
      ],
      { rank: 36 },
    ],
    [
      'ip-blocklisted',
      '',
      [
        'email from ip=# is {currently |}blocked|mail refused … ip=#',
        '{blocked|rejected|listed|refused|denied} {using|by} … {dnsbl*|rbl*|*.bl.*|bl.*|blacklist|blocklist|blacklists}',
        'blocked using|found in … {dnsbl*|rbl*|blacklist|blocklist}',
        'listed {at|in|on|by} … {.com|.org|.net|.de|.jp|.fr|.ru|.io|.it|.uk}*|on the … blacklist',
      ],
      { rank: 32 },
    ],
    [
      'ip-blocklisted',
      '',
      [
        'blacklist*|blocklist*|dnsbl|dnsbl*|rbl|rbls|realtime block*|real-time block*|dns blacklist',
        'lookup site|denylist*|block-listed|black-listed|dns-based list*',
      ],
      { rank: 29 },
    ],
    [
      'domain-blocklisted',
      '',
      [
        '{domain|sender domain|sending domain|your domain|helo domain|from domain} … {is |has been |is currently |}{blacklisted|blocklisted|listed in|listed on}',
        'domain {blacklist*|blocklist*}|{blacklisted|blocklisted|listed|blocked} domain',
      ],
      { rank: 34 },
    ],
    [
      'ip-blocklisted',
      '',
      [
        'access {from|for} {ip|host|address|your ip} … {blocked|denied|refused}|deny-ip|denyip',
        'your {ip|server|host|network|mail server} … {banned|blocked|refused|rejected|denied}',
        'ip … {is banned|banned|is blocked|blocked|has been blocked|was blocked}',
        '{blocked|banned|rejected|denied} … {your ip|ip address|ip:|this ip|client ip}',
        'connection {rejected|refused} … {ip|address} … blocked|bad ip|ip {rejected|refused|denied}',
        'client host rejected|blocked for {abuse|spam|spamming}',
        '{host|server} … {is blocked|has been blocked|was blocked}|adresse ip bloquee|ip bloquee',
        'ip-adresse … gesperrt|gesperrte ip',
      ],
      { rank: 30 },
    ],
    [
      'uri-blocklisted',
      '',
      [
        '{url|uri|link|links|urls|website|web site} … {listed|blacklisted|blocklisted|blacklist|blocklist|blocked|banned|spam|malicious}',
        '{listed|blocked|spam|spammy|blacklisted|blocklisted|bad|banned} {url|uri|link|urls|links}',
        'spammed domain|spamvertised*|advertised {domain|site}|advertised by spam*',
      ],
      { rank: 35 },
    ],
  ]),
  ...entries({ mark: 'generic', source: wording }, [
    [
      'ip-blocklisted',
      '',
      [
        'ip identified as spammer|identified as {a |}{spammer|spam source}|bad sender ip*',
        '{sender|source|sending|client|connecting} ip {address |}{is |was |has been |}{rejected|refused|blocked|denied|banned|not allowed}',
        'not allowed to connect|accepting {mail|email|connections} from your {ip|server|host|network}',
        'listed as abusive|temporar{y|ily} blacklisted|{refused|blocked} - see http*',
        '{from|by} your ip … {refused|blocked|forbidden|removal}|forbidden by your ip',
        '{mail|connection|connections|messages|email} {rejected|refused|denied} from {ip=#|(ip=#|[ip=#}',
        '{from|host|for} {ip=#|[ip=#]|(ip=#)} {is |has been |was |}{blocked|denied|rejected|refused|banned|blacklisted|not allowed}',
        '{rejects|refuses|blocks|rejecting|refusing|blocking} {mail|messages|email|connections} from your',
        '{host|ip|ip address|server|client} {is |}{blacklisted|blocklisted}',
        '{rejected|blocked|refused} because {ip=#|[ip=#]|your ip}',
        'source of {spam|abuse}|spam source|{sent|sending|sends} spam',
        '{refused|rejected|blocked|denied} by {the |our |}{blacklist|blocklist|rbl|dnsbl}',
        'ip address {is |has been |was |}{blocked|banned|denied|rejected|refused}',
        '{ip|adresse} … {sur liste noire|sur une liste noire|en lista negra|in lista nera}|liste noire|lista negra',
        'extreme bad ip profile|bad ip profile|multi-blacklist|open proxy|no access from mail server',
        'looks suspiciously like spammer',
        '{mail|messages|connections} from … {refused by blackhole*|blocked by ip*}',
        'listed in … for removal',
      ],
      { rank: 35 },
    ],
    [
      'ip-dynamic',
      '',
      [
        'dynamic/*|{smtp|mail} server of your {isp|provider}|use your {isp|provider}*',
        "isp's {smtp|mail|relay|outgoing}*|dynamic-ip|zombied",
      ],
      { rank: 34 },
    ],
    [
      'content-spam',
      '',
      [
        'bulk {mail|email}|bulk advertising|spamming|spam points|mail score|messagescoring*',
        'score … {over|exceeds|too high|above|limit}|spam list|pattern detection system',
        'mailmarshal spamprofiler|spamprofiler|content filtering|appears to be {spam|unsolicited}',
        'similar to spam*|blocked by our filter|our filters|spam/virus|unacceptable content',
        'blocked by cloudmark|antispam checks|spam checks|rejected by rspamd|gtube|spamcontent|spam-content|denied [cs]',
      ],
      { rank: 31 },
    ],
    [
      'sender-rejected',
      '',
      [
        'sender is in my blacklist|allowed to send from this {address|account|sender|email}*',
        '{allowed|permitted|authorized} to use {this|that|the} {address|sender|account}*',
        '{you have been |been |is |}blocked by {the |}{recipient|user|addressee}|sender blacklist*',
        'sender is spammer|sender not pre-approved|sender was rejected',
        'your email address {has been|is|was} {blacklisted|blocklisted|blocked|banned|rejected}',
        'bogus mail from|{null|empty} {sender|envelope sender|envelope senders} {is |}not allowed',
        '{sending|posting} … different address or alias|is not verified',
        'envelope sender … {not|has been} … {accepted|denied|blocked}|backscatter|batv*',
        'bounces not accepted|returned mail not accepted',
      ],
      { rank: 33 },
    ],
    [
      'policy',
      '',
      [
        'organizational settings|organization policy|confirmation required|requires confirmation|local_scan',
        'connection rejected by policy|connection rejected',
      ],
      { rank: 27 },
    ],
    ['policy', '', 'blocked by your organi*|from your {country|region|geographical*}', { rank: 36 }],
    [
      'virus',
      '',
      '{attachment|attachments} … {forbidden|not allowed|blocked|prohibited|banned|not permitted|not accepted}',
      { rank: 34 },
    ],
    [
      'ip-blocklisted',
      '!554, 550',
      'not accepting connections|not accepting {mail|messages} from your*',
      { rank: 27, also: ['server-busy'] },
    ],
    [
      'ip-reputation',
      '',
      [
        '{poor|bad|low|very low|negative|no} {ip |email |sender |sending |}reputation',
        'reputation … {low|poor|bad|fail*|too low|score|negative|block*|insufficient|reject*}',
        '{low|poor|bad} … reputation|automated block*|suspicious activity from your ip*|ip reputation',
        'address reputation|sender reputation|based on … reputation|reputation of … {ip|host|server}',
        "server's reputation|due to … reputation",
      ],
      { rank: 31 },
    ],
    [
      'domain-reputation',
      '',
      [
        'reputation of {the |your |this |}{sending |sender |from |}domain|domain reputation',
        'domain … {poor|bad|low} reputation|domain has a {poor|bad|low} reputation|domain … reputation',
      ],
      { rank: 35 },
    ],
    [
      'virus',
      '',
      [
        'virus|viruses|malware|infected|trojan|phishing|worm|ransomware',
        'malicious {content|code|attachment|file|url|link}',
        '{illegal|banned|forbidden|prohibited|blocked|dangerous|disallowed|unsafe|executable|suspicious|restricted} … {attachment*|file type*|filename*|file name*|extension*}',
        'attachment … {rejected|refused}',
        'file type … {not allowed|blocked|banned}|attachment type|piece jointe … {interdite|refusee}',
        '{executable|executables|zip|exe|rar} {file|files|containing} … {blocked|not allowed|rejected|prohibited}*',
        'message contains … attachment*|files containing {executables|macros|scripts}|schadsoftware|verbotener anhang',
      ],
      { rank: 30 },
    ],
    [
      'content-spam',
      '',
      [
        'spam|ube|uce|unsolicited|junk mail|junkmail|junk email|scored as|spamassassin|pourriel',
        'suspicious content|bulk mail|spam-like|spammy|spam content|anti-spam|antispam|spamscore',
        'considered spam|likely spam|looks like spam|classified as … {spam|junk|bulk}|spam score',
        'spamverdacht|als spam|indesirable|indesirables|correo no deseado|posta indesiderata',
      ],
      { rank: 26 },
    ],
    [
      'content-spam',
      '',
      [
        '{rejected|blocked|identified|detected|classified|flagged|marked|considered|recognized|refused|treated} {as|to be|for|because of|due to|by|as being|as possible} … {spam|unsolicited|junk|ube|uce|bulk}',
        'spam {detected|message|mail|email|content|filter|rejected|blocked|score*}',
        '{content|message content|body|message} {rejected|denied|filter|filtered|blocked|refused|restriction*|not acceptable|was rejected|has been rejected} … {content|spam}*',
        'content {rejected|denied|filter*|blocked|refused|not acceptable|scan*|violation*|policy|restriction*|reject}',
        '{mail|message} {data|content} {refused|rejected|denied|not acceptable|was rejected|is not acceptable}',
        'rejected by {content|spam|anti-spam|antispam} {filter|filters|scanner|system|engine}*',
        'message looks like*|looks like spam|rejected due to {content|spam content}',
        'message refused by … filter|inappropriate content|objectionable content',
        'message contains {spam|unacceptable|prohibited|suspicious|forbidden} *|mail content',
        'unacceptable content',
      ],
      { rank: 30 },
    ],
    [
      'sender-rejected',
      '',
      [
        '{sender|sender address|from address|mail from|mailfrom|envelope sender|email address|sender email|sending address} {is |was |has been |}{denied|rejected|blocked|refused|banned|prohibited|blacklisted|blocklisted|not allowed|not permitted|not accepted|unauthorized|not authorized|unacceptable|disallowed|suspended}',
        'your {address|domain|email address} {is |has been |was |}{blocked|rejected|banned|refused|denied}',
        'sender not {allowed|permitted|accepted|authorized}|badmailfrom',
        'mail from … {denied|refused|rejected for policy|not allowed|not accepted|banned|is blocked}',
        'we do not accept {mail|email|messages} from {this|your}',
        '{mail|email|messages} from {this|your} {domain|sender|address} {is|are} not {accepted|allowed|welcome}',
        'spoofed {sender|message|mail|email|address}|spoofing|not owned by user',
        "not one of your addresses|spoofed|forged sender|{don't|do not} want {to receive |}{mail|email|your mail|messages}",
        'must match … {login|authenticated|account}|sender mismatch',
        'on … {blocked senders|blacklist of the recipient}|personal {blacklist|blocklist}',
        'user {blacklist|blocklist}|{blocked|blacklisted} by {the |}{recipient|user}|blocked sender',
        'expediteur refuse|absender … {abgelehnt|gesperrt|blockiert}',
      ],
      { rank: 30 },
    ],
    [
      'policy',
      '',
      [
        'policy|policies|access denied|administrative prohibition',
        'administratively {denied|prohibited|rejected}|not permitted|prohibited|denied by|local rule',
        'security reasons|security policy|geographical|geoip|country … {blocked|not allowed}',
        'administrative block|administratively blocked|policy violation|policy reasons|rejected by policy|violates … policy|banned|not accepted here',
        'message refused|mail refused|transaction failed … policy|refused by local|local policy',
        'delivery not allowed|not welcome|go away|not authorized|unauthorized|permission denied',
        'restricted by|blocked by {administrator|admin|system|server|rule|filter|a filter}',
        'sicherheitsrichtlinie*|aus sicherheitsgruenden|richtlinie*',
      ],
      { rank: 22 },
    ],
  ]),
];
