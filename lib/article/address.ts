/** The one address of an article. */

/** Parameters that say how the reader came here, not what is shown. Prefixes end in an underscore. */
const trackingPrefixes = ['utm_', 'mc_', 'pk_', 'piwik_', 'mtm_', 'hsa_', 'ns_', 'at_', 'vero_', 'oly_', '__twitter_'];
const tracking = new Set(
  'fbclid gclid dclid gbraid wbraid msclkid twclid igshid igsh yclid ttclid li_fat_id ref ref_src ref_url referrer source src srcref smid smtyp cmp cmpid cid ocid ncid ito ito_ icid intcid partner campaign_id share shared sharetype s_kwcid _ga _gl wt_mc mkt_tok spm xtor rss amp outputtype guccounter guce_referrer guce_referrer_sig embedded-checkout mbid ftag taid xing_share sh utm sfmc_id emci emdi ceid'.split(
    ' ',
  ),
);

const isTracking = (name: string) => {
  const lower = name.toLowerCase();
  return tracking.has(lower) || trackingPrefixes.some((prefix) => lower.startsWith(prefix));
};

/** @returns `url` without fragment and tracking parameters; as given where it is no http address. A hash route ("#/story/3") stays. */
export function cleanAddress(url: string): string {
  if (!URL.canParse(url)) return url;
  const address = new URL(url);
  if (!/^https?:$/.test(address.protocol)) return url;
  if (!/^#!?\//.test(address.hash)) address.hash = '';
  // By `forEach`: Firefox gives extensions no iterators of page objects.
  const names: string[] = [];
  address.searchParams.forEach((_, name) => {
    if (isTracking(name)) names.push(name);
  });
  for (const name of names) address.searchParams.delete(name);
  address.username = '';
  address.password = '';
  return address.href;
}

/** Is `here` a later part ("/story/2", "?page=2") of the article whose first part is at `first`? They are different texts. */
function isLaterPart(here: URL, first: URL): boolean {
  const [path, firstPath] = [here.pathname.replace(/\/+$/, ''), first.pathname.replace(/\/+$/, '')];
  const number = (address: URL) =>
    ['page', 'pg', 'pageno', 'pagenum'].map((name) => Number(address.searchParams.get(name))).find((n) => n > 0) ?? 1;
  if (path === firstPath) return number(here) > 1 && number(here) < 100 && number(first) === 1;
  const rest = path.startsWith(`${firstPath}/`) ? path.slice(firstPath.length) : '';
  return Number(/^\/(?:page[/-]?|p)?(\d{1,2})$/.exec(rest)?.[1] ?? 1) > 1;
}

const sameSite = (one: URL, other: URL) => {
  const bare = (host: string) => host.replace(/^(?:www|m|mobile|amp)\./, '');
  const [a, b] = [bare(one.hostname), bare(other.hostname)];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
};

/**
 * @param claimed what the page names as its canonical address, best first (link, og:url, JSON-LD), relative or absolute.
 * @returns the first that can be trusted, cleaned; else the page's own address, cleaned. Not trusted: an empty one, another
 *   site's, the site's root or a section above the page for a page deeper down, one that does not follow a single-page navigation, and
 *   the first part's for a later part: they are different texts.
 */
export function canonicalAddress(url: string, claimed: readonly (string | null)[]): string {
  if (!URL.canParse(url)) return url;
  const here = new URL(url);
  for (const claim of claimed) {
    const text = claim?.trim();
    if (!text || text.startsWith('#') || !URL.canParse(text, url)) continue;
    const address = new URL(text, url);
    if (!/^https?:$/.test(address.protocol) || !sameSite(address, here)) continue;
    if (isLaterPart(here, address)) continue;
    const [path, herePath] = [address.pathname.replace(/\/+$/, ''), here.pathname.replace(/\/+$/, '')];
    if (
      path.length < herePath.length &&
      `${herePath}/`.startsWith(`${path}/`) &&
      !/^\/(?:amp|index\.\w+|\d{1,2})$/.test(herePath.slice(path.length))
    )
      continue;
    return cleanAddress(address.href);
  }
  return cleanAddress(url);
}
