import { entries } from './entry.ts';

const wording = 'Wording that many receivers use';

const who =
  '{user|recipient|mailbox|account|address|email address|email account|email|alias|username|addressee|recipient address|local user|destination|destination address|person|customer|subscriber|recipient email|destination user|to address|rcpt|mail user}';
const gone =
  "{is unknown|unknown|not found|is not found|not known|is not known|doesn't exist|does not exist|not exist|is invalid|invalid|no longer exists|no longer valid|is no longer valid|no longer on server|was not found|could not be found|cannot be found|couldn't be found|is not valid|not valid|is not recognized|not recognized|nonexistent|non-existent|is nonexistent|is not a valid mailbox|not here|is not here|not exists|does not exists|didn't exist|is wrong|doesnt exist|do not exist|isn't found|undeliverable|no longer available|is not available here|unrecognized|has been deleted|deleted|removed|has been removed|not local|not registered|is not registered|unregistered|isn't valid|is bad}";

/** Mailboxes, recipient domains and relaying in the words of any receiver. */
export const generalRecipient = entries({ mark: 'generic', source: wording }, [
  ['recipient-unknown', '', `${who} ~ ${gone}`, { rank: 29 }],
  [
    'recipient-unknown',
    '',
    `${who} … {unknown|not found|doesn't exist|does not exist|not exist|no longer exists|could not be found|is not a valid mailbox|is not valid|no longer on server|not recognized|is unknown|not known}`,
    { rank: 27 },
  ],
  [
    'recipient-unknown',
    '',
    '{unknown|no such|invalid|non-existent|nonexistent|bad|incorrect|undefined|not a valid|no valid|unrecognized|wrong|undeliverable|unregistered} {user|recipient|mailbox|account|address|local user|local part|local-part|local address|person|destination address|recipient address|email address|rcpt|destination|addressee|alias|user id|userid|username|customer|subscriber|mail recipient|virtual user|name|recipients|local recipient|users}',
    { rank: 29 },
  ],
  [
    'recipient-unknown',
    '',
    "unknown to address|unknown to:|not a {registered|valid|known|recognized} {recipient|user|mailbox|gateway user|account|address|email address}|user unknown|no mailbox|no account by that name|no user|no such name|no such email|not our {user|customer}|not our customer|recipient not found|recipient rejected|rejected recipient|recipient address rejected|address rejected|no longer on server|not {listed|found|present} in … {name|address|directory|database|table|ldap}*|not a member of|unallocated|misspelled|not in recipient list|mailbox not {found|here|available}|destination … not found|there is no {user|mailbox|account|such}*|this account does not|account not {found|available}|not a known user|doesn't have … account|does not have an account|we have no … mailbox|no recipient|no valid recipient*|all recipients {refused|rejected|were invalid}|the user … could not be found|is not one of our|address does not|email address … could not be found|user … not known|is not known at this*|user doesn't*|addressee unknown|not known here|unable to {find|locate} … {user|recipient|mailbox}|no local mailbox|could not be delivered to … does not exist|has moved|this person is not|user not local|requested mailbox … {does not|not}*|no one here|nobody here|not accepting mail … does not exist|account that you tried to reach does not*|mailbox … {doesn't|does not|do not} exist|no inbox|invalid final delivery userid|recipient unknown|address unknown|unknown: user|mailbox unknown",
    { rank: 27 },
  ],
  [
    'recipient-unknown',
    '',
    "destinataire inconnu*|utilisateur inconnu*|adresse inconnue*|adresse inexistante|boite inexistante|compte inexistant|destinataire inexistant|adresse invalide|adresse email inconnue|utilisateur inexistant|n'existe pas|empfaenger unbekannt|empfanger unbekannt|unbekannter {empfanger|empfaenger|benutzer}|benutzer unbekannt|{empfanger|empfaenger|adresse|postfach|mailbox|benutzer} … {unbekannt|existiert nicht|nicht gefunden|nicht bekannt|ungueltig|ungultig}|usuario {desconocido|no existe|inexistente}|utente sconosciuto|casella inesistente|usuario desconhecido|destinatario {desconocido|inexistente|sconosciuto|desconhecido}|onbekende gebruiker|gebruiker onbekend",
    { rank: 30 },
  ],
  [
    'recipient-unknown',
    '550, 551, 553, 554, 552, 511',
    'mailbox {is |}{unavailable|not available}|mailbox name not allowed|recipient {is |}unavailable|requested action not taken: mailbox',
    { rank: 25, also: ['policy'] },
  ],
  [
    'generic-transient',
    '450',
    'mailbox {is |}{unavailable|busy|temporarily unavailable|not available}|mailbox locked|requested mail action not taken: mailbox',
    { rank: 26 },
  ],
  [
    'recipient-domain-missing',
    '',
    'dns records for the destination*|destination computer could not be found',
    { rank: 33 },
  ],
  [
    'mailbox-disabled',
    '',
    "{mailbox|account|user|address|recipient|email account|email address|inbox|user's account} … {disabled|inactive|suspended|deactivated|blocked due to inactivity|expired|frozen|archived|locked|closed|discontinued|terminated|not active|no longer active|cancelled|canceled|temporarily locked|dormant|on hold|has been blocked|is blocked|not enabled|not activated|is disabled|not currently active|unavailable due to inactivity|retired|deceased|quarantined|over a year}",
    { rank: 30 },
  ],
  [
    'mailbox-disabled',
    '',
    'no longer {accepts|accept|accepting|receives|receive|receiving|in use|used|employed|works|working|active|monitored|in service|an active} {mail|email|messages|}|suspended the service|{inactive|disabled|suspended|deactivated|expired|locked|closed|blocked} {mailbox|user|account|email|recipient|email account|address}|extended inactivity|not currently being accepted|new mail is not currently being accepted|not accepting {mail|messages|email} … inactiv*|compte {desactive|bloque|suspendu|ferme|inactif|clos|cloture|resilie}|boite {desactivee|inactive|fermee|suspendue|bloquee}|{konto|postfach|mailbox|account} … {gesperrt|deaktiviert|geschlossen|stillgelegt|inaktiv}|cuenta … {desactivada|suspendida|deshabilitada}|account has been {disabled|closed|suspended|locked}|mailbox … disabled|user … left the company|left the organi*|mailbox currently suspended|subscription … {expired|inactive}|account is not allowed to receive|user has been suspended|suspended',
    { rank: 29 },
  ],
  [
    'mailbox-full',
    '',
    "mailbox {is |}full|mailbox … is full|over quota|overquota|over-quota|over the quota|over his quota|over their quota|over its quota|quota {exceeded|full|violation|exceed*|limit*|reached|overflow|is full|has been exceeded}|exceed{ed|s|ing|} {the |its |his |their |}{storage |mail |mailbox |disk |user |allowed |recipient |}{quota|allocation|storage|space}|{disk|storage|user|mail|mailbox|inbox|space|recipient} quota|storage {limit|allocation|space|quota|exceeded|full}|insufficient {mailbox |user |}storage|out of {storage|space|disk|quota}|{mailbox|inbox|account|maildir|recipient|user|mail box|folder|user's mailbox|storage} … {is full|full|over quota|overquota|quota exceeded|exceeded quota|out of space|storage limit|size limit exceeded|limit exceeded|exceeded its|too large|no space|over its|has exceeded|over the maximum|is over}|full mailbox|mailfolder is full|not enough {storage |disk |}space|no space left|disk full|disk quota exceeded|not enough room|mail quota|mailbox size|mail-box full",
    { rank: 30 },
  ],
  [
    'mailbox-full',
    '',
    'boite … pleine|boite aux lettres pleine|quota {depasse|atteint}|depassement de quota|postfach … voll|postfach ist voll|{mailbox|konto|speicherplatz|quota} … {voll|ueberschritten|uberschritten|erschoepft|erschopft}|buzon lleno|casella … piena|caixa … cheia|cuota … excedida|espace … insuffisant|mailbox vol',
    { rank: 32 },
  ],
  [
    'message-too-big',
    '',
    '{message|mail|email|size|attachment|attachments|body|data|file|message size|msg|content} … {too big|too large|too long|exceeds the maximum|exceeds maximum|exceeds the limit|exceeds limit|exceeds the size|exceeds size|exceeds fixed|exceeds the fixed|larger than|bigger than|size limit|length exceeds|exceeds the allowed|exceeds allowed|exceeds max*|exceeded the maximum|exceeds our|exceeds administrative limit|over the limit|exceeds the configured}|too much mail data|maximum {message|mail|email|allowed message} size|message size {exceed*|limit*|too*|is*}|size exceeds|max message size|max size exceeded|message length|size limit exceeded|exceeds message size|exceeded message size|exceeds the maximum message|exceeds size limit|message too {big|large|long}|too {big|large} message|nachricht … zu {gross|lang}|message … trop {gros|grand|volumineux|long}|taille … depasse*|depasse … taille',
    { rank: 31 },
  ],
  [
    'recipient-unknown',
    '',
    "{not|isn't} an active address|mailbox not present|not a local address|{recipient|user|address} is not {local|accepted|ok}|recipient not {ok|accepted|exist}|no one at this address|no one with that*|no one here by that name|user missing home directory|no … in name directory|non existent {user|recipient|address|mailbox}|unknown or illegal {user|alias|recipient}|bad destination email address|destination addresses were unknown|destination server rejected recipients|not email addresses|{has|have} no such user|no such mail drop*|following {address|recipient|recipients|addresses} {failed|was undeliverable|were undeliverable|rejected}|unable to find alias*|recipient cannot be verified|cannot verify {recipient|user|address}|unable to {validate|verify} {the |}{recipient|user|address}|does not like recipient|recipient not allowed|{can't|cannot} accept user|is not in my validrcptto*|user's email name is not found|address you entered*|check the {address|recipient|spelling}|unknown mailbox|mailbox invalid|mailbox unavaiable|not found recipient account|in the {directory|address book}|userunknown|recipnotfound|{could not|couldn't} find {the |that |this |}{user|recipient|mailbox|account}",
    { rank: 28 },
  ],
  [
    'recipient-unknown',
    '',
    'no existe {dicha persona|ese usuario|el usuario|la cuenta}*|usuario no {encontrado|valido}|destinatario errato|indirizzo {inesistente|errato|sconosciuto}|nessun utente*|nie istnieje|nie ma takiego*|adressat unbekannt|{adresse|empfaenger|empfanger} … nicht gefunden|ne correspond a aucun*|aucun {utilisateur|compte|destinataire}|adresse est introuvable|adresse introuvable|{destinataire|utilisateur|compte|boite} introuvable|boite aux lettres inconnue|onbekend',
    { rank: 29 },
  ],
  [
    'mailbox-disabled',
    '',
    'domain … {currently suspended|is suspended|is disabled|suspended}|suspend the service|longer an employee|longer with {us|the company|this company}|no longer works|user is terminated|invalid/inactive user|boite aux lettres desactivee|{disabled|deactivated|inactive|suspended} {mailbox|user|recipient}|esta casilla ha expirado*|disattivata|account is locked|mailbox locked|zablokowane|administratively disabled|temporarily inactive',
    { rank: 32 },
  ],
  [
    'mailbox-full',
    '',
    'zuviele mails auf dem server|zu viele mails|exhausted allowed storage|too many messages {on the server|in the mailbox|in mailbox}|mailbox exceeds*|exceeds allowed size|mailbox … exceeds quota|storage full|mailbox storage*|has exceeded {the |}quota|not enough storage|user has exceeded',
    { rank: 32 },
  ],
  [
    'recipient-restricted',
    '',
    '{user|recipient|customer} {reject|rejects|refuses|refused}*|due to user rules|list of senders to accept*|list of {allowed|approved|accepted} senders|not {in|on} … {allowed|approved|accepted|safe} {senders|sender} list|closed mailing list|non-member*|not subscribed to this*|not a subscriber|account is protected by|is not accepting any mail|only accepting mail from|recipient id refuse*|restricted sms|low priority|members-only*',
    { rank: 33 },
  ],
  [
    'recipient-domain-missing',
    '',
    "{host|domain|domain name|host name|hostname|host or domain name|mail domain|recipient domain|destination domain|recipient's domain|remote domain} … {not found|unknown|does not exist|doesn't exist|nonexistent|could not be found|cannot be found|lookup failed|not exist|is invalid|has no mx*|has no mail*|unresolvable|could not be resolved|cannot be resolved|is not resolvable|has expired}|unrouteable mail domain|no such domain|no such host|invalid domain|bad destination {host|system|domain}*|nxdomain|domain name not found|name or service not known|failed to resolve any ip|no {mx|a or mx|mx or a} {record|records|host|hosts|found}|dns error|dns lookup {failed|failure|error}|dns failure|unknown {host|domain|mail host}|unresolvable {host|domain|destination|recipient}|{cannot|can't|could not|unable to|failed to} {find|resolve|locate|lookup|look up} … {mx|domain|host|mail exchanger|mail server|recipient domain|relay}*|no mail exchanger*|no mail hosts for domain|illegal host/domain*|domain … not local|no valid mail exchanger|dns hard error|name service error|host not found|mx lookup|nameserver {error|failure}|name server timeout|domaine inconnu|domain unbekannt|no route to domain|unknown mail domain",
    { rank: 27 },
  ],
  [
    'recipient-null-mx',
    '',
    "null mx|nullmx|null-mx|does not accept {mail|email|any mail}|doesn't {receive|accept} {mail|email|any mail}|domain {does not|doesn't} {accept|receive}|domain accepts no mail|server does not accept mail|host does not accept mail|no mail accepted for",
    { rank: 32 },
  ],
  [
    'recipient-address-syntax',
    '',
    '{recipient|address|rcpt|to address|rcpt to|destination|mailbox} … {syntax|malformed|illegal|not a valid|bad syntax|improper|not rfc*|invalid character*|parse error|not well formed}|bad {destination|address|recipient|mailbox} {syntax|address syntax|mailbox address syntax|address}|bad address syntax|invalid address|invalid {recipient|mailbox} {syntax|address format|format}|illegal {recipient|address|character*|alias}|syntax error in {address|recipient|mailbox address}|malformed {recipient|address|to}|invalid email address format|address … contains illegal|illegal mailbox|unbalanced|parse error|invalid syntax … address|user name … illegal|domain missing or malformed',
    { rank: 28 },
  ],
  [
    'recipient-restricted',
    '',
    "only {accept|accepts|accepting|allow|allows} {mail|email|messages}|{user|recipient} {has |}refused to {receive|accept}|{mailbox|recipient|account|group|list} … restricted|recipient … {preferences|restrict*|only accepts|does not accept|not accepting|doesn't accept|refuses}|not {permitted|allowed|authorized} to {send|post|write|email|mail|deliver} ~ {to|messages to|mail to|email to} {this|the|that} ~ {recipient|group|list|user|mailbox|address|mailing list}|not allowed to send mail to|not allowed to post*|not authorized to send to|members only|members-only|restricted to|subscribers only|only members|only subscribers|you are not a {member|subscriber}|not accepting {mail|messages|email} from {this|you|your|external|outside}|external senders|internal {recipients|use|only}|sender not {on|in} … {whitelist|allowlist|list}|not in … whitelist|refused to accept mail from|recipient refuse*|address is protected|moderat*|not authorized to send mail to|rejected by {the |}{recipient|user}|user has blocked|recipient has blocked|permission to send to|approval required|whitelist only|authorized senders",
    { rank: 30 },
  ],
  [
    'recipient-restricted',
    '',
    "{does not|doesn't|not} {accept|accepting|allow} ~ {mail|email|messages|emails} from ~ {you|your|external|outside|unknown|the internet|non-members|senders outside}",
    { rank: 35 },
  ],
  [
    'relay-denied',
    '',
    "{relay|relaying} {access |mail |}{is |}{denied|not permitted|not allowed|not authorized|disallowed|prohibited|refused|forbidden|blocked|operation*|rejected|not supported|restricted}|not {configured|allowed|authorized|permitted} to relay|unable to relay|open relay|no relay|no relaying|we do not relay|not a relay|unauthorized relay|relay {msg|message} |cannot relay|can't relay|won't relay|do not relay|relay not|relaying|relay attempt|relay from|relay access|not relaying|mail relaying|not an open relay|does not relay|relaying to|not hosted here|not a local domain|we don't handle mail for|not our domain|domain not hosted|don't accept mail for|do not accept mail for|not in my list|domain is not {handled|hosted|accepted|served}|no longer handle*|relais refuse|relais interdit|relayage {refuse|interdit}|kein relay*|domain isn't in my list|isn't in my list of allowed",
    { rank: 31 },
  ],
]);
