import type { ConditionId } from './rejection.ts';

/** As many addresses as a condition names. */
const named = 3;

/** The conditions of a refusal, `{addresses}` standing for those that its findings are about. */
const conditionText: Readonly<Record<ConditionId, string>> = {
  bulk: 'above about 5,000 messages a day',
  'no-other-authentication': 'unless the envelope sender or a signature of another domain passes',
  'unmatched-hosts': 'for hosts that no term before the fault matches',
  'no-dkim-pass': 'if no DKIM signature passes',
  unaligned: 'unless SPF or DKIM passes for a domain aligned with From',
  'policy-uneven': 'where the receiver applies the policy in full',
  'selector-used': 'for mail signed only with a selector at fault',
  'address-used': 'for mail that leaves from {addresses}',
  'list-used': 'at receivers that use the list',
  'test-enabled': 'where the administrator switched the test on',
  'no-mx-usable': 'if no MX of the domain resolves',
};

/** `192.0.2.1, 192.0.2.2 and 3 more`. */
function listed(addresses: readonly string[]): string {
  const cut = addresses.length - named;
  return addresses.slice(0, named).join(', ') + (cut > 0 ? ` and ${cut} more` : '');
}

/** A condition in words, as the end of "refused …". */
export function conditionClause(condition: ConditionId, addresses: readonly string[]): string {
  return conditionText[condition].replace('{addresses}', listed(addresses));
}
