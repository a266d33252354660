import { entries } from './entry.ts';

const wording = 'Wording that many receivers use';

const ptr =
  '{ptr|ptr record|ptr records|rdns|reverse dns|dns ptr|dns ptr record|reverse ptr|reverse lookup|reverse name|reverse hostname|reverse entry|reverse record|revdns|reverse resolution}';

/** Names of the sending host, and the sender's domain, in the words of any receiver. */
export const generalHosts = entries({ mark: 'generic', source: wording }, [
  [
    'ptr-missing',
    '',
    `{no|no valid|missing|without|without a|without a valid|lacks|lacks a|lack of|lack of a|invalid|bad|wrong|absent|broken|requires|requires a|require a|require|must have|must have a|must have a valid|need a|needs a|have a|have a valid|not have a|not have a valid|not have|does not have any|no such|fix|fix your|check your|configure|set up a|set up} ${ptr}`,
    { rank: 33 },
  ],
  [
    'ptr-missing',
    '',
    `{need|needs|must have|requires|require|required|valid|proper} … ${ptr}|${ptr} … {missing|is required|required|invalid|failed|fails|failure|not found|not set|not exist|not defined|not configured|does not exist|doesn't exist|doesn't resolve|does not resolve|lookup failed|error|could not be found|cannot be found|unavailable|unknown|not available|unresolvable}`,
    { rank: 33 },
  ],
  [
    'ptr-missing',
    '',
    [
      "{cannot|can't|could not|couldn't|unable to|failed to|did not} {find|resolve|lookup|look up|verify|determine} … {reverse|rdns|ptr|client} … {hostname|host name|dns|address|name}",
      'unknown client host|client host unknown|no hostname found|no host name found|unable to resolve {your |}ip',
      "ip … {does not|doesn't} resolve|does not resolve to a hostname|ip address … has no hostname",
      'no name for ip|client host rejected: cannot find|host name lookup for ip',
      '{kein|ungueltiger|fehlender|keinen} ptr|reverse-lookup|rdns/dns validation failed|no reverse',
    ],
    { rank: 32 },
  ],
  ['ptr-missing', '', '{ip|ip address|host} must {resolve|have a name}*', { rank: 36 }],
  ['ptr-missing', '', 'servers without a valid sender domain|without a valid sender domain', { rank: 35 }],
  [
    'ptr-missing',
    '',
    [
      'cannot resolve your {address|ip|host|name}',
      "{couldn't|could not|can't|unable to} resolve your {address|ip|host|hostname|name}",
      'unresolvable relay host*|reverse dns name|custom reverse dns*|reverse lookup {rejected|failed}',
      'dns lookup failure: *|without reverse dns|rdns record of your*|not resolve your ip*',
      'no matches to nameserver query',
    ],
    { rank: 33 },
  ],
  [
    'fcrdns-mismatch',
    '',
    `{${ptr.slice(1, -1)}|fcrdns|forward dns|forward lookup|forward-confirmed*} … {doesn't match|does not match|mismatch|not match|don't match|do not match|inconsistent|does not point|doesn't point|no forward|not forward-confirmed|not confirmed|not verified|differs from}`,
    { rank: 35 },
  ],
  [
    'fcrdns-mismatch',
    '',
    [
      'fcrdns|forward-confirmed reverse dns|hostname … does not {resolve|match} {back |}to',
      'unverifyable sending ip|forward and reverse dns|reverse and forward|forward/reverse',
      "does not resolve back to|doesn't resolve back to|client hostname mismatch",
      'hostname verification failed|hostname mismatch|host-lookup … {does not match|mismatch|failed}',
    ],
    { rank: 34 },
  ],
  [
    'ptr-generic',
    '',
    `{generic|dynamic|residential|dialup|dial-up|consumer|pool|dsl} … {ptr|rdns|reverse dns|hostname|host name|dns name|reverse name}|{reverse dns|rdns} … contains … ip address|{ptr|rdns|reverse dns|hostname} … {is generic|generic|dynamic|looks like*|appears to be dynamic}`,
    { rank: 36 },
  ],
  [
    'ip-dynamic',
    '',
    [
      'dynamic ip*|dynamic address*|dynamic range|dynamic pool|dial-up|dialup',
      'residential {ip*|address*|range*|network*|connection}|dynamically assigned|dynamic/residential',
      'consumer ip*|end user ip*|end-user address*|not a mail server … dynamic|dynamic host',
    ],
    { rank: 32 },
  ],
  [
    'helo',
    '',
    [
      '{bad|invalid|forged|wrong|unresolvable|non-fqdn|malformed|fake|incorrect|illegal|no} {helo|ehlo}*',
      "{helo|ehlo|helo/ehlo|ehlo/helo} … {should be|is invalid|invalid|rejected|refused|denied|does not resolve|doesn't resolve|does not exist|not resolvable|cannot be resolved|unknown|does not match|doesn't match|not fqdn|not a fqdn|not found|not valid|not resolve|must be|unresolvable|bogus|forged|is my name|not a fully*|needs a fully*}",
      'require a proper helo|fully-qualified hostname|fully qualified host*',
      '{rejected|refused|denied} {because|due to} {helo|ehlo}*|{helo|ehlo} {name|argument|hostname} {is|looks} {an|like}',
    ],
    { rank: 33 },
  ],
  [
    'sender-domain-missing',
    '',
    "{sender|mail from|mailfrom|envelope|return path|return-path|from|sender's|sending} … domain … {doesn't exist|does not exist|not exist|not found|does not resolve|doesn't resolve|not resolve|is not valid|not valid|has no mx|no mx*|unresolvable|non-existent|nonexistent|cannot be resolved|could not be resolved|unknown|invalid}",
    { rank: 33 },
  ],
  [
    'sender-domain-missing',
    '',
    [
      'domain of sender …… {does not|could not be resolved|cannot be resolved|not found}',
      '{sender|sender domain|sender address|mail from|from address} … must {exist|resolve}|domain must {exist|resolve}',
      '{sender|sending} domain{s|} without {mx|a valid mx|dns|an mx}*|your domain has no {mx|dns|a record}*|mx record {for|of} {the |your |}sender*',
      '{no|without} {mx|mail server|valid mx|mx record|mx records|a or mx|mx or a|a/mx} … {sender|sender domain|return path|from domain|mail from}',
      '{sender|mail from|mailfrom|from|envelope} … {no|without|invalid|valid} {mx|valid mx|a or mx|mx or a|dns} {record|records|entry}',
      '5321.from domain|5322.from domain|domain not found … sender|sender address … domain not found',
      'from: domain is invalid|from: … domain {is invalid|invalid|is not valid|does not exist}',
      "sender's domain does not exist|unresolvable sender|unroutable sender|cannot resolve … sender*",
      "could not resolve … sender*|unable to resolve sender|absenderdomain*|domaine de l'expediteur",
    ],
    { rank: 34 },
  ],
  [
    'sender-domain-missing',
    '!5.1.8, 4.1.8',
    'domain not found|does not exist|not found|does not resolve|no such domain|invalid domain',
    { rank: 33 },
  ],
  [
    'sender-null-mx',
    '',
    [
      '{sender|from|mail from|return path|envelope} … {null mx|nullmx|null-mx}',
      '{null mx|nullmx|null-mx} … {sender|mail from|return path}|sender … does not accept mail',
    ],
    { rank: 38 },
  ],
  [
    'sender-unverifiable',
    '',
    [
      "{could not|cannot|can't|unable to|failed to} verify {the |your |}{sender|return path|envelope sender|mail from}",
      '{sender|mail from|return path|return-path|envelope sender} {address |}{verify|verification|callout|callback|verify callout} {has |}{failed|failure|fail|error|timed out}',
      'sender callback*|callback verification|callout verification|sender address verification',
      '{verify|verification} {of |}{sender|return path|return-path|mail from|mailfrom} … fail*',
      'sender {address |}{unknown|does not exist|not found|is unknown}|sender verification)',
      'unverified sender|sender could not be verified|sender unverified|route to sender*',
    ],
    { rank: 35 },
  ],
  ['sender-unverifiable', '!550, 551, 553, 554', 'unknown sender', { rank: 29, also: ['sender-rejected'] }],
]);
