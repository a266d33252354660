import type { DkimProvider } from './entry.ts';

/** Web hosts whose control panel, cPanel, publishes `default` in the zones that it keeps. Sorted by key. */
const panels = [
  ['a2-hosting', 'A2 Hosting', ['a2hosting.com', 'supercp.com']],
  ['bluehost', 'Bluehost', ['bluehost.com']],
  ['greengeeks', 'GreenGeeks', ['greengeeks.net', 'websitehostserver.net']],
  ['hostgator', 'HostGator', ['hostgator.com', 'hostgator.com.br', 'websitewelcome.com']],
  ['hostpapa', 'HostPapa', ['hostpapa.com']],
  ['inmotion-hosting', 'InMotion Hosting', ['inmotionhosting.com', 'servconfig.com']],
  ['namecheap', 'Namecheap', ['web-hosting.com']],
  ['o2switch', 'o2switch', ['jabatus.fr']],
  ['web-hosting-canada', 'Web Hosting Canada', ['mywhc.ca', 'web-dns1.com', 'whc.ca']],
] as const satisfies readonly (readonly [key: string, name: string, zones: readonly string[]])[];

export const panelProviders: readonly DkimProvider[] = panels.map(([key, name, zones]) => ({
  key,
  name,
  zones,
  selectors: ['default'],
  usual: false,
  aliases: [],
}));
