/**
 * What the names of elements (tag, id, class, itemprop) say about their content. Each pattern stands beside names it must and must
 * not match; the unit test holds them to it. Names are taken from markup seen in the wild.
 */

export interface NamePattern {
  /** Believed even where most of the prose stands there. */
  strong?: true;
  /** A regular expression over one element's id and classes in lower case. Linear: no nested repetition. */
  pattern: string;
  matches: string[];
  misses: string[];
}

/** Names of page furniture: not part of the body although it may hold prose. */
export const furniture: NamePattern[] = [
  {
    strong: true,
    pattern: 'comment(?!ary)|disqus|livefyre|discussion|respond\\b|replies|talkback',
    matches: ['comments', 'article-comments', 'disqus_thread', 'js-commentList'],
    misses: ['commentary', 'article-body'],
  },
  {
    strong: true,
    pattern:
      'related|recommend|outbrain|taboola|zergnet|read-?(?:next|also)|more-(?:from|on|stories|news|in)|also-(?:read|like)|trending|most-?(?:read|popular|viewed)|popular-|latest-|up-?next|next-post|prev(?:ious)?-post|see-?also|inline-?link|crosslink|teaser',
    matches: ['related-links', 'OUTBRAIN', 'more-from-section', 'mostPopular', 'c-teaser'],
    misses: ['story-body', 'main'],
  },
  {
    strong: true,
    pattern: 'newsletter|subscri(?:be|ption)|sign-?up|optin|opt-in|mailchimp|mc_embed|donat(?:e|ion)|membership',
    matches: ['newsletter-box', 'Subscribe', 'signup-form', 'email-optin'],
    misses: ['letter', 'sign'],
  },
  {
    pattern:
      '\\bshar(?:e|ing)\\b(?!-(?:with|price|holder))|\\bshare(?:bar|box|button|link|tool|this|daddy)|social|addthis|follow-us|-share\\b',
    matches: ['share-buttons', 'sharedaddy', 'social-links', 'addthis_toolbox', 'post-share'],
    misses: ['shared', 'sharing-with-one-developer', 'shareholders', 'content'],
  },
  {
    strong: true,
    pattern: 'cookie|consent|gdpr|\\bccpa|privacy-',
    matches: ['cookie-banner', 'qc-cmp-consent'],
    misses: ['cook'],
  },
  {
    pattern:
      'sidebar|side-bar|\\brail\\b|right-?rail|\\bwidget|breadcrumb|paginat|\\bpager|toolbar|masthead|\\bnav|navbar|menu|footer|site-header|global-header|skip-(?:to|link)|\\btoc\\b|table-of-contents',
    matches: ['sidebar', 'right-rail', 'breadcrumbs', 'site-header', 'main-nav nav', 'toc'],
    misses: ['entry', 'content-header'],
  },
  {
    pattern:
      'promo|sponsor|advert|\\bad\\b|\\bads\\b|\\bad-|-ad\\b|\\bads-|-ads\\b|\\bdfp|adsense|adunit|ad_|_ad\\b|banner|affiliate|paywall|call-?to-?action|\\bcta\\b',
    matches: ['promo-box', 'ad-slot', 'adsense', 'banner-top', 'cta'],
    misses: ['lead', 'shadow', 'add', 'head'],
  },
  {
    pattern:
      'author-?(?:bio|info|box|card)|about-?(?:the-?)?author|byline|\\bbio\\b|dateline|timestamp|pub-?date|post-?(?:meta|date|info)|entry-?(?:meta|date|footer)|article-?(?:meta|info|footer|tags|tools|date)|\\btags\\b|tag-?(?:list|cloud|links)|post-tags|topics|categor(?:y|ies)-|keywords|\\bmeta\\b|copyright|disclaimer',
    matches: ['author-bio', 'about-the-author', 'byline', 'post-meta', 'article-tags', 'tags'],
    misses: ['author', 'metal', 'stage'],
  },
  {
    strong: true,
    pattern: 'gallery|slideshow|carousel',
    matches: ['image-gallery', 'slideshow', 'carousel'],
    misses: ['article-text'],
  },
  {
    pattern: 'caption|credit|lightbox|photo-|image-|\\bimg-|video-|-video|player|thumbnail',
    matches: ['caption', 'wp-caption-text', 'photo-credit', 'image-box', 'video-player'],
    misses: ['article-text'],
  },
  {
    pattern:
      'sr-only|screen-reader|visually-?hidden|visuallyhidden|hidden-|is-hidden|print-only|modal|popup|pop-up|overlay|tooltip|infobox|read-?more|key-?points|\\bdeck\\b|\\bdek\\b|-dek\\b|stand-?first|sub-?title|sub-?head(?:line|ing)?\\b|kicker|eyebrow|navbox|hatnote|reflist|mw-editsection|printfooter|catlinks',
    matches: [
      'sr-only',
      'screen-reader-text',
      'modal-content',
      'navbox',
      'readMore',
      'RenderKeyPoints',
      'deck',
      'standfirst',
    ],
    misses: ['prose'],
  },
];

/** Names of what holds the paragraphs of an article. */
export const body: NamePattern[] = [
  {
    pattern:
      '(?:article|story|post|entry|page|node|news|blog)[-_]{0,2}(?:body|content|text|main|copy)|(?:body|content|main)[-_]{0,2}(?:article|story|post|entry|text|content|body|copy)|storytext|\\bprose\\b|hentry|h-entry|mw-content-text|article-?body',
    matches: [
      'article-body',
      'storyBody',
      'entry-content',
      'articleBody',
      'content__body',
      'post_content',
      'storytext',
    ],
    misses: ['sidebar', 'page-header'],
  },
];

/** Names are put in lower case before: a pattern that ignores case by itself takes twice the memory on every page. */
const join = (patterns: NamePattern[]) => new RegExp(patterns.map(({ pattern }) => pattern).join('|'));

/** Never furniture by name: their classes list the states of the whole article ("comments-open"). */
const mainTags = new Set(['ARTICLE', 'MAIN', 'BODY']);
const furnitureTags = new Set(['ASIDE', 'FOOTER', 'FIGURE', 'FIGCAPTION', 'ADDRESS', 'DETAILS']);

/** Classes that say what the element has or is about, not what it is: WordPress writes every category and tag of a post into them. */
const states = /(?:^|\s)(?:has|no|with|without|category|tag|author|status|format|type)-\S*/gi;

/** Longest name looked at: utility-class soup and generated names say nothing after that. */
const longestName = 300;

/**
 * @returns reads an element's names: 2 the body by its own word (microdata), 1 body, 0 nothing, -1 furniture, -2 furniture for sure.
 *   Made anew for each walk: the patterns' compiled code (100 kB) is not to stay on every page that turned out to be no article.
 */
export function nameReader(): (element: Element) => number {
  const strongNames = join(furniture.filter(({ strong }) => strong));
  const weakNames = join(furniture.filter(({ strong }) => !strong));
  const bodyNames = join(body);
  return (element) => hintOf(element, bodyNames, strongNames, weakNames);
}

function hintOf(element: Element, bodyNames: RegExp, strongNames: RegExp, weakNames: RegExp): number {
  const property = element.getAttribute('itemprop');
  if (property === 'articleBody') return 2;
  const id = element.id;
  const classes = element.getAttribute('class');
  if (id || classes) {
    const name = `${id} ${classes?.replace(states, ' ') ?? ''}`.slice(0, longestName).toLowerCase();
    if (bodyNames.test(name)) return 1;
    if (!mainTags.has(element.tagName)) {
      if (strongNames.test(name)) return -2;
      if (weakNames.test(name)) return -1;
    }
  }
  if (furnitureTags.has(element.tagName)) return -1;
  const role = element.getAttribute('role');
  return role === 'complementary' || role === 'note' || element.getAttribute('aria-hidden') === 'true' ? -1 : 0;
}
