import { joined, type Said, semicolon, type Words } from '../text/say.ts';
import type { ConditionId } from './rejection.ts';

/** As many addresses as a condition names. */
const named = 3;

/** The conditions of a refusal, `{addresses}` standing for those that its findings are about. */
export const conditionText = {
  bulk: {
    en: 'above about 5,000 messages a day',
    fr: "au-delà d'environ 5 000 messages par jour",
  },
  'enforcement-unsure': {
    en: 'if the receiver enforces it, on which its own pages differ',
    fr: "si le destinataire l'applique, ce sur quoi ses propres pages divergent",
  },
  'no-other-authentication': {
    en: 'unless the envelope sender or a signature of another domain passes',
    fr: "sauf si l'expéditeur d'enveloppe ou une signature d'un autre domaine est validé",
  },
  'envelope-presumed': {
    en: 'if the envelope sender is in the audited domain',
    fr: "si l'expéditeur d'enveloppe est dans le domaine audité",
  },
  'unmatched-hosts': {
    en: 'for hosts that no term before the fault matches',
    fr: "pour les hôtes qu'aucun terme avant l'erreur ne désigne",
  },
  'no-dkim-pass': {
    en: 'if no DKIM signature passes',
    fr: "si aucune signature DKIM n'est valide",
  },
  unaligned: {
    en: 'unless SPF or DKIM passes for a domain aligned with From',
    fr: 'sauf si SPF ou DKIM passe pour un domaine aligné avec From',
  },
  'policy-uneven': {
    en: 'where the receiver applies the policy in full',
    fr: 'là où le destinataire applique la politique en entier',
  },
  'selector-used': {
    en: 'for mail signed only with a selector at fault',
    fr: 'pour les messages signés seulement avec un sélecteur en erreur',
  },
  'address-used': {
    en: 'for mail that leaves from {addresses}',
    fr: 'pour les messages qui partent de {addresses}',
  },
  'list-used': {
    en: 'at receivers that use the list',
    fr: 'chez les destinataires qui consultent la liste',
  },
  'test-enabled': {
    en: 'where the administrator switched the test on',
    fr: "là où l'administrateur a activé le test",
  },
  'refusal-chosen': {
    en: 'where the receiver decided to refuse for this',
    fr: 'là où le destinataire a décidé de refuser pour ce motif',
  },
  'no-mx-usable': {
    en: 'if no MX of the domain resolves',
    fr: 'si aucun MX du domaine ne mène à une adresse',
  },
  'over-ipv6': { en: 'for mail sent over IPv6', fr: 'pour les messages envoyés en IPv6' },
  unsigned: {
    en: 'for mail without any DKIM signature',
    fr: 'pour les messages sans aucune signature DKIM',
  },
  'dkim-demanded': {
    en: 'where the signing domain demands DKIM',
    fr: 'là où le domaine signataire exige DKIM',
  },
} as const satisfies Readonly<Record<ConditionId, Words>>;

/** Of a receiver that does not say which volume it means. */
export const unpublishedThreshold = {
  en: 'for bulk senders (the receiver publishes no number)',
  fr: 'pour les envois en masse (le destinataire ne publie aucun seuil)',
} as const satisfies Words;

/** `192.0.2.1, 192.0.2.2 and 3 more`. */
function listed(addresses: readonly string[]): Said {
  const shown = addresses.slice(0, named).join(', ');
  const cut = addresses.length - named;
  return cut > 0
    ? { en: '{shown} and {cut} more', fr: '{shown} et {cut} autres', with: { shown, cut } }
    : shown;
}

/** Conditions in words, as the end of "refused …". */
export function conditionClause(
  conditions: readonly ConditionId[],
  addresses: readonly string[],
  threshold: 'published' | 'unpublished',
): Said {
  const clauses = conditions.map((id): Said => {
    if (id === 'bulk' && threshold === 'unpublished') return unpublishedThreshold;
    return { ...conditionText[id], with: { addresses: listed(addresses) } };
  });
  return joined(clauses, semicolon);
}
