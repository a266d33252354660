import type { DkimSurvey, SurveyedKey, SurveyedProvider, SurveyedSelector } from '../../dkim/surveyed.ts';
import { legible, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import { entry } from './entry.ts';
import type { Paint, Tone } from './style.ts';

/** Services that are listed one by one. */
const drawnProviders = 12;

/** Selectors of a service that are listed. */
const drawnSelectors = 4;

function tried({ tried: count, common, failed }: DkimSurvey): string {
  const most = common.tried === 0 ? '' : `the ${common.tried} most common of ${common.known}`;
  const others = count - common.tried;
  const usual = others > 0 ? `${others} of services alone` : '';
  const which = [most, usual].filter((text) => text !== '').join(', ');
  const gap = failed > 0 ? `; ${failed} went unanswered` : '';
  return `${count} tried${which === '' ? '' : `: ${which}`}${gap}`;
}

function provider({ name, target, selectors, form, found }: SurveyedProvider): string {
  const from = `${name} (${target})`;
  if (found.length > 0) return `${from}: ${found.slice(0, drawnSelectors).join(', ')}`;
  const shown = selectors.slice(0, drawnSelectors).join(', ');
  const more = selectors.length > drawnSelectors ? ' …' : '';
  const names = shown === '' ? '' : `no key at ${shown}${more}`;
  const looks = form === undefined ? '' : `its selectors are ${form}`;
  return `${from}: ${[names, looks].filter((text) => text !== '').join('; ')}`;
}

function absence({ absence: state, wildcard, domain }: DkimSurvey): string {
  if (state === 'proven') return `proven: _domainkey.${domain} does not exist`;
  const open = 'not provable: nobody can list selectors from outside';
  return wildcard ? `${open}, and a wildcard answers for every one` : open;
}

function material({ type, bits, revoked }: SurveyedKey): string {
  if (revoked) return 'revoked';
  if (bits !== undefined) return `RSA, ${bits.toLocaleString('en-US')} bits`;
  return type === 'ed25519' ? 'Ed25519' : `no key that can be read (k=${type})`;
}

const states: Readonly<Record<SurveyedSelector['state'], string>> = {
  usable: '',
  broken: 'no signature passes',
  unsure: 'several records',
  unknown: 'could not tell',
  absent: 'no key',
};

/** What the selector holds, in a few words, and how it is to be seen. */
function content({ state, keys }: SurveyedSelector): string {
  const held = keys.map(material).join(' and ');
  const revoked = keys.length > 0 && keys.every((key) => key.revoked);
  const said = revoked ? '' : states[state];
  return [held, said].filter((text) => text !== '').join('; ');
}

function origin({ source, provider: name, alias }: SurveyedSelector): string {
  const why = source === 'given' ? 'given' : source === 'provider' ? `usual for ${name}` : 'common';
  if (alias === undefined) return why;
  return `${why}; alias of ${alias}${name === undefined || source === 'provider' ? '' : ` (${name})`}`;
}

function details({ flags, services, hashes, exponent, note, unread }: SurveyedKey): string[] {
  const others = flags.filter((flag) => flag !== 'y' && flag !== 's');
  return [
    ...(flags.includes('y') ? ['t=y: a test'] : []),
    ...(flags.includes('s') ? ['t=s: i= must name the domain itself, no name below it'] : []),
    ...(others.length > 0 ? [`flags that mean nothing: ${others.join(', ')}`] : []),
    ...(services.includes('*') ? [] : [`s=${services.join(':')}`]),
    ...(hashes === null ? [] : [`h=${hashes.join(':')}`]),
    ...(exponent === undefined || exponent === 65_537 ? [] : [`exponent ${exponent ?? 'above 2^48'}`]),
    ...(unread.length > 0 ? [`not read by verifiers: ${unread.join(', ')}`] : []),
    ...(note === undefined || note === '' ? [] : [`n=${note}`]),
  ];
}

/** Selectors longer than this get a line of their own. */
const widestName = 24;

const tones: Readonly<Record<SurveyedSelector['state'], Tone>> = {
  usable: 'strong',
  broken: 'error',
  unsure: 'unknown',
  unknown: 'unknown',
  absent: 'error',
};

interface Row {
  readonly one: SurveyedSelector;
  readonly name: string;
}

function nameIn(home: string, { selector, domain }: SurveyedSelector): string {
  return legible(domain === home ? selector : `${selector} at ${domain}`);
}

/** Name, content and origin on one line where they fit, what else is known of the keys below. */
function rowLines({ one, name }: Row, column: number, width: number, paint: Paint): string[] {
  const tone = tones[one.state];
  const [held, from] = [legible(content(one)), legible(origin(one))];
  const head = `${name.padEnd(column)}  ${held}`;
  const under = (text: string) => wrap(legible(text), width - 2).map((line) => `  ${paint('quiet', line)}`);
  const beside = head.length + 2 + from.length <= width;
  const first = beside
    ? [`${paint(tone, head)}  ${paint('quiet', from)}`]
    : [...wrap(head, width).map((line) => paint(tone, line)), ...under(from)];
  return [...first, ...one.keys.flatMap(details).flatMap(under)];
}

function table({ selectors, domain }: DkimSurvey, width: number, paint: Paint): string[] {
  const rows = selectors.map((one) => ({ one, name: nameIn(domain, one) }));
  const column = Math.max(0, ...rows.map(({ name }) => name.length).filter((length) => length <= widestName));
  return rows.flatMap((row) => rowLines(row, column, width, paint));
}

/** Which selectors were asked for and why, and what those found hold. */
export function dkimSurvey(survey: DkimSurvey, options: RenderOptions, paint: Paint): string[] {
  const { providers, selectors } = survey;
  const { width } = options;
  const shown = providers.slice(0, drawnProviders);
  const more = providers.length - shown.length;
  const services = [...shown.map(provider), ...(more > 0 ? [`and ${more} more`] : [])];
  return [
    '',
    ...entry('Selectors', tried(survey), width),
    ...services.flatMap((text, index) => entry(index === 0 ? 'Services' : '', text, width)),
    ...(selectors.some(({ keys }) => keys.length > 0) ? [] : entry('Absence', absence(survey), width)),
    ...(selectors.length === 0 ? [] : ['', ...table(survey, width, paint)]),
  ];
}
