/** The invented outlets. Each has its own page structure, design and way (or none) to state its metadata. */
export const outlets = {
  /** A wire: bare text in one column, JSON-LD, a content security policy that allows next to nothing. */
  meridian: { name: 'Meridian Wire', motto: 'The news, as it arrives', sections: ['World', 'Business', 'Markets'] },
  /** A newspaper: captions, related links, newsletter box, comments, cookie banner; Open Graph. */
  courier: {
    name: 'The Calder Courier',
    motto: 'Established 1871',
    sections: ['Home', 'World', 'Business', 'Opinion', 'Sport', 'Culture'],
  },
  /** Renders its articles by script after the page has loaded; Open Graph. */
  foreland: {
    name: 'Foreland Post',
    motto: 'Independent since 2009',
    sections: ['Home', 'Disasters', 'Money', 'Life'],
  },
  /** A live blog: newest entry first, JSON-LD with @graph. */
  northgate: { name: 'Northgate', motto: 'Live', sections: ['Live', 'Video', 'Weather'] },
  /** Swaps its articles without a reload; microdata. */
  kestrel: { name: 'Kestrel', motto: 'Brief by design', sections: ['World', 'Business', 'Science'] },
  /** Dark pages; Open Graph. */
  ledger: {
    name: 'The Night Ledger',
    motto: 'Reporting after hours',
    sections: ['War desk', 'Money', 'Courts', 'City'],
  },
  /** Essays, without any metadata. */
  review: { name: 'Public Square Review', motto: 'A quarterly', sections: ['Essays', 'Letters', 'Archive'] },
} as const;

export type OutletId = keyof typeof outlets;
