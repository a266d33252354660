import type { ConditionId } from './rejection.ts';

/** The conditions of a refusal in words, as the end of "refused …". */
export const conditionText: Readonly<Record<ConditionId, string>> = {
  bulk: 'above about 5,000 messages a day',
  'no-other-authentication': 'unless the envelope sender or a signature of another domain passes',
  'unmatched-hosts': 'for hosts that no term before the fault matches',
  'no-dkim-pass': 'if no DKIM signature passes',
  unaligned: 'unless SPF or DKIM passes for a domain aligned with From',
  'policy-uneven': 'where the receiver applies the policy in full',
  'selector-used': 'for mail signed only with a selector at fault',
  'address-used': 'for mail that leaves from there',
  'list-used': 'at receivers that use the list',
  'test-enabled': 'where the administrator switched the test on',
  'no-mx-usable': 'if no MX of the domain resolves',
};
