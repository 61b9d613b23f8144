/** Renders public/icon/claimbook.svg to the sizes that browsers ask for: `npx tsx scripts/icons.ts`. */
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser, sandboxFlags } from './browsers';

const sizes = [16, 32, 48, 96, 128];
const folder = new URL('../public/icon/', import.meta.url);
const svg = readFileSync(new URL('claimbook.svg', folder), 'utf8');

const chrome = await chromium.launch({ executablePath: findBrowser('chromium'), args: sandboxFlags() });
for (const size of sizes) {
  const page = await chrome.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: new URL(`${size}.png`, folder).pathname, omitBackground: true });
  await page.close();
}
await chrome.close();
