import { entries } from './entry.ts';

const wording = 'Wording that many receivers use, after RFC 7208, RFC 7372, RFC 7489 and common software';

const no = '{no|missing|without|lacks|lack of|lacking|absent}';
const negated =
  "{is missing|missing|not found|is required|required|does not exist|doesn't exist|is not published|none}";

/** SPF, DKIM, DMARC, ARC in the words of any receiver. */
export const generalAuthentication = entries({ mark: 'generic', source: wording }, [
  [
    'spf-temperror',
    '',
    [
      'spf … {temporary fail|temp fail|tempfail|temporaryerror|temperror|temporary error|temp error|temporary failure|dns error|dns timeout|lookup error|lookup failed|lookup failure}',
      '{temperror|temporary error} … spf',
    ],
    { rank: 35 },
  ],
  [
    'spf-permerror',
    '',
    [
      'spf … {permerror|permanent error|perm error|permfail|too many lookups|too many dns*|multiple spf records|multiple records|syntax error|invalid syntax|more than one}',
      '{permerror|permanent error|too many dns lookups|syntax error} … spf|invalid spf record',
      'malformed spf record|more than one spf record|multiple spf records',
    ],
    { rank: 35 },
  ],
  [
    'spf-missing',
    '',
    `${no} {a |an |any |valid |a valid |}spf|spf {record |}${negated}|{does not|doesn't} {have|publish} {a |an |any |}{valid |}spf|spf = none|spf=none|spf: none|non-spf`,
    { rank: 34 },
  ],
  [
    'spf-fail',
    '',
    "spf … {fail|fails|failed|failure|failing|reject|rejected|rejects|rejection|not allowed|not authorized|unauthorized|not permitted|not pass|not passed|did not pass|didn't pass|denied|deny|prohibit*|mismatch|invalid|softfail|violation|does not designate|does not allow|does not authorize|does not permit|does not include|doesn't allow}",
    { rank: 31 },
  ],
  [
    'spf-fail',
    '',
    '{not allowed|not permitted|not authorized|unauthorized|not designated|rejected|refused|blocked|denied|failed|fails|violates|violation of} … spf',
    { rank: 31 },
  ],
  [
    'spf-fail',
    '',
    [
      'is not allowed to send {mail |email |}{from|for}|not allowed to send {mail |email |}from',
      'is not authorized to send {mail |email |}{from|for|on behalf}|not authorized to use the domain',
      'is not a permitted sender|mismatches client ip|not a designated mailer',
      "{does not|doesn't} designate … {permitted|as permitted|allowed}",
      'not permitted to send {mail |email |}{from|for|on behalf}|sender policy framework',
    ],
    { rank: 33 },
  ],
  ['spf-fail', '', 'sender id … {fail*|mismatch|invalid}|senderid … {fail*|mismatch}', { rank: 31 }],
  [
    'dkim-missing',
    '',
    `${no} {a |an |any |valid |a valid |passing |acceptable |}dkim|not dkim signed|not signed with dkim|not dkim-signed|dkim {signature |}${negated}|unsigned {message|mail|email}|message {is |}not signed|must be dkim signed`,
    { rank: 34 },
  ],
  [
    'dkim-weak-key',
    '',
    [
      'dkim … key … {too short|too small|weak|insufficient}|dkim … {sha-1|sha1|rsa-sha1}',
      '{weak|short|512|512-bit|768} … dkim key|dkim key … {short|weak|small|length|bits}',
      'key … too {short|small} … dkim',
    ],
    { rank: 36 },
  ],
  [
    'dkim-fail',
    '',
    [
      "dkim … {fail|fails|failed|failure|invalid|bad|not pass|did not pass|didn't pass|not verif*|did not verify|mismatch|broken|revoked|reject|rejected|error|neutral|permerror|temperror}",
      '{bad|invalid|failed|broken|incorrect} {dkim|domainkeys}|body hash did not verify',
      'signature … {did not verify|verification failed}',
    ],
    { rank: 32 },
  ],
  [
    'dmarc-temperror',
    '',
    'dmarc … {temporary fail*|temp fail*|tempfail|temp error|temperror|temporary error|temporary failure|dns error|dns timeout|dns lookup|dns fail*|lookup failed}',
    { rank: 36 },
  ],
  [
    'dmarc-missing',
    '',
    `${no} {a |any |valid |a valid |}dmarc|{does not|doesn't} {have|publish} {a |any |}{valid |}dmarc|dmarc {record |policy |}${negated}`,
    { rank: 34 },
  ],
  ['dmarc-fail-quarantine', '', 'dmarc … quarantine*|quarantine* … dmarc', { rank: 34 }],
  [
    'dmarc-fail-reject',
    '',
    [
      'dmarc … {fail*|reject*|policy|not pass*|did not pass|violation|unauthenticated|denied|block*|compliance|evaluation}',
      '{reject*|fail*|refused|denied|due to|violates|blocked|policy} … dmarc',
    ],
    { rank: 32 },
  ],
  ['dmarc-fail-reject', '', 'dmarc policy {is|of|=} {reject|"reject"}|p=reject', { rank: 36 }],
  ['dmarc-fail-reject', '', 'dmarc', { rank: 27 }],
  [
    'alignment',
    '',
    [
      "not aligned|isn't aligned|misalign*|alignment {fail*|check*|error}|unaligned|no alignment",
      'domain alignment',
    ],
    { rank: 33 },
  ],
  [
    'unauthenticated',
    '',
    [
      '{no|neither|without|missing} {spf or dkim|spf nor dkim|spf or no dkim|spf and dkim|dkim or spf|spf/dkim}',
      'not authenticated … {spf|dkim}',
    ],
    { rank: 38 },
  ],
  [
    'unauthenticated',
    '',
    [
      'unauthenticated {mail|email|message|messages|sender|senders}|sender is unauthenticated',
      'not authenticated with spf|fails authentication|authentication checks {fail*|did not pass}',
      'failed authentication checks|authentication check {fail*|did not pass|results}',
      'authentication did not pass|did not pass authentication|fail{s|ed} to pass authentication',
      'at least one of spf or dkim|not {passed|validated} by spf|lack of authentication',
      'must be authenticated … {spf|dkim}',
      '{spf or dkim|spf and dkim|spf nor dkim|spf and/or dkim|dkim or spf}|either spf or|neither spf',
      'authenticate with {either |}spf|email authentication {fail*|required|is required}',
      'sender authentication {fail*|required}|domain authentication {fail*|required}',
      '{lacks|lacking} authentication|message authentication failed|{message|mail|email} failed authentication',
    ],
    { rank: 33 },
  ],
  ['unauthenticated', '', 'authentication results|unauthenticated', { rank: 26 }],
  [
    'arc-fail',
    '',
    [
      'arc … {fail|failed|fails|invalid|broken|not valid|did not verify} ',
      'arc {chain|seal|validation|signature} … {fail|failed|fails|failure|invalid|broken|not valid}',
      '{invalid|broken|failed} arc {chain|chains|seal|seals|signature}|arc validation failure',
    ],
    { rank: 34 },
  ],
  ['spf-fail', '!5.7.23, 4.7.23', 'not authorized|spf', { rank: 33 }],
  [
    'list-unsubscribe',
    '',
    'list-unsubscribe|list-unsubscribe-post|one-click unsub*|one click unsub*|unsubscribe header',
    { rank: 36 },
  ],
]);
