const exitCodes = `Exit codes
  0   nothing at or above --fail-on
  1   something is
  2   wrong usage or input
  3   something that the verdict hangs on could not be told (--strict: anything)
  70  a bug of presend, or the report cannot be written
  Over several domains the first of 70, 2, 1, 3, 0 that occurred.`;

export const protocolHelp = `
${exitCodes}

Everything at once: presend audit example.com`;

export const spfHelp = `
The tree
  lookup  which of the DNS lookups it is; receivers stop after ten
  cost    lookups of the term and of all it leads to
  void    clients whose questions find nothing there; two such terms are allowed
  IPv4    addresses that it matches
  The tree is drawn past the limit too. With --ip, the way of an evaluation
  through it is drawn for each address.
`;

export const dkimHelp = `
Which selectors are asked for
  given     with --selector
  provider  those of the services that MX and SPF name
  common    the likeliest ones; --selectors sets how many, 0 for none
  Nobody can list selectors from outside: that none of these has a key is no
  proof. Only where _domainkey does not exist is there no key.
`;

export const dmarcHelp = `
What is shown
  Asked      the names that RFC 9989's tree walk asks, and what stands there
  Policy     what applies to mail that fails; receivers that still follow RFC
             7489 find the record by the public suffix list, and both are told
             where they differ
  Aligned    whether SPF for the envelope sender (--mail-from) and DKIM for the
             signing domains (--selector s1@example.net) can make DMARC pass
             for the From domain (--from)
  Reports    who gets them, and whether they agreed and take mail
  Next       the records to publish one after the other, up to reject
`;

export const dnsblHelp = `
Lists
  --lists default  those by which receivers are known to refuse or score mail
  --lists all      every living list that presend knows
  --lists ZONE     the one named; of one that is gone it says since when
  presend dnsbl --lists shows them all, and how each stands now.
  Keys come from the environment, PRESEND_SPAMHAUS_KEY and PRESEND_ABUSIX_KEY,
  or from files that PRESEND_SPAMHAUS_KEY_FILE and PRESEND_ABUSIX_KEY_FILE name.
  A list is asked after its own test entries, and not faster than --rate says.
`;

export const mainHelp = `
Begin with the domain you send from:
  $ presend audit example.com

The more it knows of your mail, the more it can settle:
  $ presend audit example.com --ip 192.0.2.10 --selector s1 \\
      --from news@example.com --mail-from bounces@example.com

Try records before you publish them:
  $ presend audit example.com --zone proposed.zone

One protocol alone: presend spf | dkim | dmarc | dnsbl example.com
All options of a command: presend audit --help`;

export const auditHelp = `
The report
  First the verdict: READY, AT RISK, REJECTED or COULD NOT TELL. Then which
  receivers refuse, defer or accept, and the replies to expect (550 5.7.26,
  553, 554 …), from whom and when, then what is wrong, where in which record,
  and what to publish instead.
  A question that the DNS did not answer is never counted as "missing".

What each option settles
  --ip         reverse DNS and blocklists of the address that really sends;
               without it, of the single hosts that SPF authorizes
  --mail-from  the domain that SPF is judged for
  --from       the domain that DMARC is judged for
  --selector   the DKIM keys that really sign: no one can list selectors
               from outside, so without it only those of the services in MX
               and SPF are tried, and common ones (--selectors sets how many)
  --volume     whether the demands of receivers on bulk senders apply
  --profile    bulk or transactional: the same as --volume bulk or low, unless
               --volume is given; parked: the domain is to send nothing, and
               what counts is whether its records say so
  --fix        writes the records to publish into a master file, audits again
               with them: presend audit example.com --fix fixes.zone, then
               presend audit example.com --zone fixes.zone
  --save       keeps every question and answer; --replay makes the report again
               from that file, without a network
  --zone       a master file (RFC 1035 §5); its records are used in place of
               those published, everything else is asked as usual

${exitCodes}

Examples
  $ presend audit example.com example.net
  $ presend audit example.com --ip 192.0.2.10 --ip 2001:db8::10
  $ presend audit example.com --server 9.9.9.9 --format json |
      jq '.reports[0].verdict'
  $ presend audit example.com --fail-on critical || echo "do not send"`;
