/** May this page be read, and what to ask for if not. */

export type Unreadable = 'browser' | 'store' | 'pdf' | 'file';

const stores = ['chromewebstore.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com'];

/**
 * Why the extension can never read an address; null when it can, given access. Browsers keep extensions out of their own pages,
 * of the stores, and of their PDF viewers.
 */
export function whyUnreadable(address: string): Unreadable | null {
  if (!URL.canParse(address)) return 'browser';
  const url = new URL(address);
  if (url.protocol === 'file:') return 'file';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'browser';
  if (stores.includes(url.hostname)) return 'store';
  if (url.hostname === 'chrome.google.com' && url.pathname.startsWith('/webstore')) return 'store';
  if (url.pathname.toLowerCase().endsWith('.pdf')) return 'pdf';
  return null;
}

/** Match pattern of the site that an address belongs to, its sub-domains included: what "Read this site" asks for. */
export function sitePattern(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  const site = hostname.replace(/^www\./, '');
  if (!site) return null;
  const single = !site.includes('.') || /^[\d.]+$/.test(site) || site.startsWith('[');
  return single ? `*://${site}/*` : `*://*.${site}/*`;
}

export const everySite = '*://*/*';

/** What a person types for a site, a host name or an address, as the pattern to ask for; null when it names no site. */
export function patternFromInput(typed: string): string | null {
  const text = typed.trim();
  const address = /^[a-z][a-z+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const { hostname, protocol } = new URL(address);
  const plausible = hostname.includes('.') || hostname === 'localhost' || hostname.startsWith('[');
  return /^https?:$/.test(protocol) && plausible && !/[\s*]/.test(text) ? sitePattern(address) : null;
}

const isEverySite = (origin: string) => origin === everySite || origin === '<all_urls>';

/** How far Claimbook may read, told from the origins that the browser says are granted. */
export function accessOf(origins: readonly string[]): { how: 'every' | 'sites' | 'click'; sites: string[] } {
  const sites = origins.filter((origin) => !isEverySite(origin));
  return { how: origins.some(isEverySite) ? 'every' : sites.length > 0 ? 'sites' : 'click', sites };
}

/** "herald.example" for "*://*.herald.example/*" */
export const siteInWords = (origin: string): string => origin.replace(/^[^:]*:\/\/(?:\*\.)?/, '').replace(/\/\*$/, '');
