import { entries } from './entry.ts';

const wording = 'Wording that many receivers use';

/** Limits, load, the session, the way there and the form of the message, in the words of any receiver. */
export const generalDelivery = entries({ mark: 'generic', source: wording }, [
  [
    'rate-limited',
    '',
    'rate limit*|rate-limit*|ratelimit*|rate control*|too {many|much} {messages|connections|mail|emails|sessions|errors|requests|concurrent*|recent*|mails|simultaneous*|smtp*|email|invalid*|bad*|unknown*|attempts|deliveries|failed*|failures|hits|emails|spam|traffic}|too fast|too quickly|too frequent*|slow down|throttl*|{hourly|daily|monthly|sending|message|connection|frequency|outgoing|submission|send|relay|volume|email|mail} {relay |sending |message |email |connection |rate |}{limit|quota|limits|quotas} … {exceed*|reached|hit|over}|limit has been {exceeded|reached}|limit {exceeded|reached}|exceeded … {limit|rate|frequency|maximum number|messages per*|connections|threshold}|excessive {volume|rate|number|connections|messages|mail}|frequency {limited|limit|control}|deferred due to … {volume|complaints|rate}|number of {concurrent |simultaneous |}connections|concurrent {connections|sessions}|connection{s|} limit|max connections|maximum number of {connections|messages|sessions|mails|emails}|messages per {hour|minute|day|second|connection|session}|per {hour|minute|day}|reduce {your |the |}{sending|rate|volume}|daily {relay |}quota|quota for … messages|unusual {rate|volume|traffic}|sent too {many|much}|trop de {messages|connexions|requetes|mails|courriels}|zu viele {verbindungen|nachrichten|emails|mails|verbindung*}|sending too {many|much|fast}|exceeding … {limit|rate}|traffic volume|unexpected volume',
    { rank: 29 },
  ],
  [
    'too-many-recipients',
    '',
    'too many recipients|number of recipients … {exceed*|too|limit}|maximum number of recipients|{recipients|recipient} … {limit exceeded|too many|exceeds the maximum}|recipients per {message|session|connection|transaction}|too many rcpt*|trop de destinataires|zu viele {empfanger|empfaenger}|max recipients',
    { rank: 32 },
  ],
  ['greylisted', '', 'greylist*|*greylist*|postgrey|grey-list*|liste grise|greylisting', { rank: 36 }],
  [
    'greylisted',
    '',
    '{first time|first attempt|new sender|unknown sender|first contact|you are not known|first seen|never seen} … {try|retry|again|later|delay*|defer*}|temporarily {deferred|rejected|delayed} … {unknown|new|first}|delayed … first time|please retry in … {seconds|minutes}|try again in … {seconds|minutes}|retry after … seconds|come back in … {seconds|minutes}|temporary delay|intentional delay|delivery delayed … retry|deferred … {first|initial} attempt|wait … seconds … try again',
    { rank: 33 },
  ],
  [
    'server-busy',
    '',
    '{server|system|mail server|mailserver|service|host|mail system} … {busy|overloaded|down|unavailable|not available|maintenance|temporarily|currently unavailable|under load|not responding|out of resources|resources|shutting down|offline}|service {is |}{temporarily |currently |}{not available|unavailable}|temporar{y|ily} … {unavailable|failure|problem|error|issue|down|system|not available|local problem|dns|outage|rejected|deferred|refused|lookup}|system {busy|overload*|load|resources|error|failure|not accepting}|overload*|maintenance|insufficient {system |}{storage|resources|disk*|memory}|out of memory|resources {temporarily |}unavailable|internal {server |system |}error|temporary lookup failure|local {error|problem|configuration}|could not load|try later|high load|load average|too busy|queue {full|quota}|backend … {fail*|unavailable|error|down|timeout}|database … {error|unavailable|failure|down}|processing error|unable to process|wartung|ueberlastet|uberlastet|nicht verfuegbar|nicht verfugbar|voruebergehend|vorubergehend|temporairement indisponible|service indisponible|serveur {occupe|surcharge}|indisponible|server error|resource temporarily|temporarily out of*|not enough resources|service not available|mail system … problem|service unavailable|4.3.2 … try again',
    { rank: 25 },
  ],
  [
    'generic-transient',
    '',
    'try again later|please try again|please retry|try again|temporarily rejected|temporarily deferred|deferred',
    { rank: 20 },
  ],
  [
    'tls-required',
    '',
    '{tls|starttls|ssl|encryption|encrypted|tls encryption|encrypted connection|secure connection|secure} … {required|mandatory|must|needed|not offered|not available|is not supported|enforced|require*|not used|only|failed|handshake*|negotiation}|{require|requires|must|required|need|needs|refuse*|without|only accept*|insist*} … {tls|starttls|encryption|encrypted|secure connection}|starttls first|use tls|no tls|unencrypted|plaintext connection*|cleartext|certificate … {expired|required|invalid|verify|verification|untrusted|not trusted|self-signed|mismatch}|tls handshake|tls negotiation|handshake failure',
    { rank: 33 },
  ],
  [
    'auth-required',
    '',
    '{smtp |}authentication {is |}{required|needed|mandatory|failed|failure|unsuccessful|credentials|error|rejected|invalid}|auth{ |}{required|failed|failure|first}|authorization {failed|required|failure}|not authenticated|not logged in|auth credentials|auth unsuccessful|please {log in|login|authenticate|turn on smtp auth*}|incorrect authentication data|must {first |}{authenticate|log in|login|be authenticated|be logged}|smtp auth*|username {and|or|/} password|{invalid|incorrect|wrong|bad} {credentials|password|login|username|user or password|username or password}|{login|logon} {failed|incorrect|denied|failure|required}|log in {first|before}|authenticate {first|before|with}|you {must|need to} authenticate|need to authenticate|pop before smtp|pop-before-smtp|check mail first|client was not authenticated|not logged in|auth credentials|auth unsuccessful|credentials {invalid|rejected|incorrect}|no authentication|need authentication|requires authentication|user not authenticated|not logged in|auth credentials|auth unsuccessful|anmeldung {erforderlich|fehlgeschlagen}|authentification {requise|echouee|necessaire|obligatoire}|authentifizierung {erforderlich|fehlgeschlagen|notwendig}',
    { rank: 30 },
  ],
  ['mta-sts', '', 'mta-sts|mta sts|mtasts|sts policy|mta-sts*', { rank: 38 }],
  ['dane', '', 'dane|tlsa|dane tlsa|*tlsa record*|dnssec … {validation|fail*|invalid|bogus}', { rank: 37 }],
  [
    'mail-loop',
    '',
    '{mail|routing|forward|forwarding|message|email|delivery|smtp} {loop|loops|looping}|loops back|too many hops|hop count|loop detected|maximum hop*|hops exceeded|is looping|mail loop*|possible loop|loop suspected|too many received|too many received headers|loopback|boucle … {mail|message|courrier|detectee}|points back to itself|message looping|looping to the*|routing loop*',
    { rank: 33 },
  ],
  [
    'expired',
    '',
    'message {has |}expired|delivery {time |}expired|queue.expired|retry timeout|unable to deliver in|could not be delivered for|message too old|too old|retry time … exceeded|queue lifetime|maximum queue|in {the |}queue too long|been in the queue|giving up|gave up|undelivered for|delivery time-out|expired in queue|time limit … {delivery|queue}|delivery attempts … {exceeded|expired}|retry limit|exceeded … {retry*|delivery time|delivery attempts}|max retries|not delivered within|delivery timeout|expire*',
    { rank: 30 },
  ],
  [
    'connection-failed',
    '',
    "connection {has |}{timed out|refused|reset|dropped|lost|closed|time out|timeout|failed|died|aborted|was refused|was dropped|broken|interrupted|failure|error|was closed|terminated|attempt failed}|timed out|time out|timeout|no route to host|network is unreachable|network unreachable|host unreachable|host is unreachable|host {is |}down|unreachable|cannot connect|can't connect|could not connect|couldn't connect|failed to connect|unable to connect|could not be reached|unable to reach|not reachable|connection could not*|no connection|establish a connection|no answer from host|socket error|econnrefused|etimedout|enetunreach|ehostunreach|econnreset|broken pipe|bad connection|no response|did not respond|not responding|remote host said nothing|connect failed|connect error|connection rejected|operation timed out|lost connection|connection problem|unable to open connection|delivery temporarily suspended|verbindung … {abgelehnt|fehlgeschlagen|unterbrochen}|zeitueberschreitung|delai depasse|connexion {refusee|impossible|interrompue}|host unknown or unreachable",
    { rank: 26 },
  ],
  [
    'protocol-error',
    '',
    'protocol {violation|error|failure|deviation}|{bad|improper|invalid|wrong|incorrect} {sequence|order|command sequence|command|commands|command arguments}|out of sequence|command {not implemented|not recognized|unrecognized|parameter not implemented|out of sequence|unknown|rejected|not supported|is not allowed|disabled|timeout|line too long}|{unrecognized|unknown|unimplemented|unsupported|invalid} {command|parameter|smtp command|option|verb}|syntax error|not implemented|{parameter|parameters} not {recognized|implemented|supported}|need {mail|rcpt|helo|ehlo}*|mail first|rcpt first|helo first|ehlo first|say hello first|send {hello|helo|ehlo} first|nested mail*|sender already specified|sequence error|no valid recipients|pipelining|talk before|talks before|early talker|synchronization|improper use of smtp*|5.5.1 … sequence|unexpected command|expected …  command|polite people say|not understood|smtp error|smtp protocol|invalid argument*|bad syntax|commande {inconnue|invalide}|unknown command',
    { rank: 26 },
  ],
  [
    'rate-limited',
    '',
    'try again slower|too many {invalid|unknown|bad} {recipients|users|addresses|rcpts}|slower|exceeded their limit for the number of messages*|messages they can receive per*|number of messages … per {hour|day|minute}|temporarily blocked … too many*',
    { rank: 33 },
  ],
  [
    'server-busy',
    '',
    'mail system full|queue file write error|filesystem full|write error|operation now in progress|interrupted system call|address verification in progress',
    { rank: 29 },
  ],
  [
    'receiver-misconfig',
    '',
    "/procmail*|*/bin/procmail*|mail system configuration*|remote server is misconfigured|unable to connect … daemon|can't create user output file|{can't|cannot} create output file*",
    { rank: 31 },
  ],
  [
    'auth-required',
    '',
    'was not authenticated|not authenticated to send*|authentication required … relay*|requires {smtp |}authentication',
    { rank: 34 },
  ],
  [
    'message-malformed',
    '',
    'improperly-formatted*|binary content|improper use of 8-bit*|improperly formatted',
    { rank: 31 },
  ],
  [
    'generic-transient',
    '',
    'will be retried|will retry|has been delayed|still trying|not yet been delivered',
    { rank: 26 },
  ],
  [
    'message-malformed',
    '',
    "mime {error|reject*|structure|header*|format|syntax|type|parsing|part|boundary}|mime-{error|reject*}|invalid {message |mime |}structure|{not|non|non-|isn't|is not} {rfc|standards|rfc2822|rfc5322|rfc822|rfc 2822|rfc 5322|rfc 822|rfc-}* … {compliant|conform*|valid|compliance}|violates rfc*|rfc violation|not rfc compliant|non-rfc*|malformed {message|header|headers|mime|email|mail|body|date}|{bad|invalid|duplicate|duplicated|missing|multiple|no|illegal|broken|malformed|too many|forged|empty|incorrect} … {header|headers|message-id|message id|messageid|date header|date:|subject header|mime|content-type|to header|headers}|header error|headers error|line limit exceeded|bare {lf|cr|newline|linefeed|line feed|lf's|carriage}*|line {too long|length}|lines too long|line limit|lone cr*|8-bit|8bit*|nul character*|null character*|non-ascii|not ascii|invalid {character|characters} in {header|message|body|subject}|header … {invalid|malformed|missing|illegal|bad|syntax|not allowed|unparsable|unencoded|rejected}|message {format|structure|is malformed|parsing|header*}|message-id {missing|header|is missing|required}|date header|smtputf8|internationalized*|conversion*|undecodable|invalid {date|content|encoding|charset}|unparsable|unparseable|could not parse|parse message|missing subject|missing date|missing to",
    { rank: 29 },
  ],
  [
    'header-from-invalid',
    '',
    '{missing|invalid|malformed|multiple|duplicate|no|bad|empty|illegal|incorrect|several} {valid |}{from|from:} {header|headers|address|field|line|addresses}|{from|from:} {header|field} … {missing|invalid|malformed|not valid|not rfc*|not compliant|must|empty|multiple|not allowed|required|syntax}|header from … {invalid|missing|malformed|multiple|not valid|syntax}|rfc 5322 section 3.6.2|rfc5322.from {missing|invalid|multiple|malformed}*|multiple addresses in from|more than one from|from address … header … {invalid|malformed}|5322.from … {invalid|missing|multiple}',
    { rank: 36 },
  ],
  [
    'sender-address-syntax',
    '',
    '{sender|mail from|mailfrom|return path|return-path|envelope from|envelope sender|from address|sender address|reverse-path|reverse path} … {syntax|malformed|invalid|not valid|illegal|bad address|not a valid|is not rfc*|must contain a domain|bad syntax|improper|need fully*|unqualified|without domain}|{invalid|malformed|bad|illegal|unqualified} {sender|return path|return-path|mail from|from address|sender address|envelope sender|envelope from|reverse-path|reverse path|originator}|syntax error in {mail|from|sender|mail from}|invalid expediteur|expediteur invalide|absenderadresse … ungultig|sender … fully*',
    { rank: 31 },
  ],
  [
    'receiver-misconfig',
    '',
    '{server|local|system|mail} {configuration|config} {error|problem|failure}|misconfigur*|configuration error|administrator … configuration … wrong|license {expired|has expired|invalid}|mail system misconfigured|alias … loop|cannot open … {file|database}|permission denied … {mailbox|maildir|spool}|unable to create*|mailer not found|local delivery failed … {permission|config*}|mail server configuration',
    { rank: 28 },
  ],
]);
