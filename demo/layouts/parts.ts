/** What several layouts share. */
import { html, type Markup } from '../html';
import { type OutletId, outlets } from '../outlets';
import { type Block, type Story, stories } from '../stories';

interface Page {
  outlet: string;
  title: string;
  head?: Markup;
  body: Markup;
  scripts?: string[];
}

/** A whole page. `outlet` names its style sheet. */
export function page({ outlet, title, head, body, scripts = [] }: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/base.css">
<link rel="stylesheet" href="/assets/${outlet}.css">
${head}
</head>
<body>
${body}
${scripts.map((script) => html`<script src="/assets/${script}" defer></script>`)}
</body>
</html>
`.markup;
}

export const storyTitle = (story: Story) => `${story.title} | ${outlets[story.outlet].name}`;

export const canonical = (story: Story, origin: string) =>
  html`<link rel="canonical" href="${origin + story.path}"><meta name="description" content="${story.deck}">`;

export function masthead(outlet: OutletId): Markup {
  const { name, motto, sections } = outlets[outlet];
  return html`<header class="masthead">
    <a class="brand" href="/${outlet}/">${name}</a><span class="motto">${motto}</span>
    <nav aria-label="Sections">${sections.map((section) => html`<a href="/${outlet}/section/${section.toLowerCase().replaceAll(' ', '-')}">${section}</a>`)}</nav>
  </header>`;
}

export const footer = (outlet: OutletId): Markup =>
  html`<footer class="foot"><p>© 2026 ${outlets[outlet].name}. An invented outlet with invented news, written to try Claimbook on.</p>
    <p><a href="/">All outlets</a> · <a href="#">Terms</a> · <a href="#">Privacy</a> · <a href="#">Contact</a></p></footer>`;

export function dateLine(iso: string): Markup {
  const text = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(iso),
  );
  return html`<time datetime="${iso}">${text} GMT</time>`;
}

export const block = ({ kind, text }: Block): Markup =>
  kind === 'heading' ? html`<h2>${text}</h2>\n` : html`<p>${text}</p>\n`;

export const figure = ({ image, caption }: Story): Markup | null =>
  image
    ? html`<figure><img src="/assets/${image}.svg" alt="" width="1200" height="630"><figcaption>${caption}</figcaption></figure>`
    : null;

/** Other reports, newest first. */
export const others = (story: Story, count: number): Story[] =>
  stories
    .filter((other) => other !== story)
    .toReversed()
    .slice(0, count);
