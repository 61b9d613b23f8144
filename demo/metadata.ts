/** How the outlets tell machines what a page is: JSON-LD, Open Graph, or nothing (microdata stands in the layout). */
import { html, json, type Markup } from './html';
import { outlets } from './outlets';
import type { Story } from './stories';

const people = (byline: string) => byline.split(' and ').map((name) => ({ '@type': 'Person', name }));

function jsonLdArticle(story: Story, origin: string, type: string) {
  return {
    '@type': type,
    headline: story.title,
    description: story.deck,
    datePublished: story.published,
    dateModified: story.modified,
    author: people(story.byline),
    publisher: { '@type': 'NewsMediaOrganization', name: outlets[story.outlet].name },
    articleSection: story.section,
    inLanguage: 'en',
    mainEntityOfPage: origin + story.path,
  };
}

export function jsonLd(story: Story, origin: string): Markup {
  const data = { '@context': 'https://schema.org', ...jsonLdArticle(story, origin, 'NewsArticle') };
  return html`<script type="application/ld+json">${json(data)}</script>`;
}

export function jsonLdLiveBlog(story: Story, origin: string): Markup {
  const day = story.published.slice(0, 10);
  const updates = story.blocks
    .filter((block) => block.kind === 'entry')
    .map((block) => ({ '@type': 'BlogPosting', headline: block.text, datePublished: `${day}T${block.time}:00Z` }));
  const blog = {
    ...jsonLdArticle(story, origin, 'LiveBlogPosting'),
    coverageStartTime: story.published,
    liveBlogUpdate: updates,
  };
  const site = { '@type': 'WebSite', name: outlets[story.outlet].name, url: `${origin}/${story.outlet}/` };
  const data = { '@context': 'https://schema.org', '@graph': [site, blog] };
  return html`<script type="application/ld+json">${json(data)}</script>`;
}

export function openGraph(story: Story, origin: string): Markup {
  return html`<meta property="og:type" content="article">
    <meta property="og:title" content="${story.title}">
    <meta property="og:description" content="${story.deck}">
    <meta property="og:site_name" content="${outlets[story.outlet].name}">
    <meta property="og:url" content="${origin + story.path}">
    <meta property="article:published_time" content="${story.published}">
    <meta property="article:modified_time" content="${story.modified}">
    <meta property="article:section" content="${story.section}">
    <meta name="author" content="${story.byline}">`;
}
