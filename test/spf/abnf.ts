import { isIPv4, isIPv6 } from 'node:net';

/** RFC 7208 §12 as regular expressions, written apart from the parser: the judge of what is legal. */
const top = '(?:[a-z0-9]*[a-z][a-z0-9]*|[a-z0-9]+-[a-z0-9-]*[a-z0-9])';
const expand = '(?:%\\{[slodiphv](?:0*[1-9][0-9]*)?r?[-.+,/_=]*\\}|%%|%_|%-)';
const anyExpand = '(?:%\\{[slodiphcrtv][0-9]*r?[-.+,/_=]*\\}|%%|%_|%-)';
const literal = '[\\x21-\\x24\\x26-\\x7e]';
const spec = `(?:${expand}|${literal})*(?:\\.${top}\\.?|${expand})`;
const cidr4 = '(?:/(?:[0-9]|[12][0-9]|3[0-2]))';
const cidr6 = '(?:/(?:[0-9]|[1-9][0-9]|1[01][0-9]|12[0-8]))';
const mechanism = new RegExp(
  `^[-+?~]?(?:all|(?:include|exists):${spec}|(?:a|mx)(?::${spec})?${cidr4}?(?:/${cidr6})?|ptr(?::${spec})?)$`,
  'i',
);
const network = new RegExp(`^[-+?~]?ip([46]):([^/]*)(${cidr4}|${cidr6})?$`, 'i');
const known = new RegExp(`^(?:redirect|exp)=${spec}$`, 'i');
const unknown = new RegExp(`^(?!(?:redirect|exp)=)[a-z][-a-z0-9_.]*=(?:${anyExpand}|${literal})*$`, 'i');

function isLegalNetwork(word: string): boolean {
  const [, family, address = '', prefix = ''] = network.exec(word) ?? [];
  if (family === '4') return isIPv4(address) && new RegExp(`^${cidr4}?$`).test(prefix);
  return family === '6' && isIPv6(address) && !address.includes('%');
}

/** The text is a record of the grammar, with at most one `redirect` and one `exp` (RFC 7208 §6). */
export function isLegal(text: string): boolean {
  const [version, ...words] = text.split(' ');
  if (!/^v=spf1$/i.test(version ?? '')) return false;
  const terms = words.filter((word) => word !== '');
  const once = ['redirect=', 'exp='].every(
    (name) => terms.filter((word) => word.toLowerCase().startsWith(name)).length < 2,
  );
  return (
    once &&
    terms.every((word) => [mechanism, known, unknown].some((rule) => rule.test(word)) || isLegalNetwork(word))
  );
}
