/** Every format, by the name that commands and menus use. */
import { csv } from './csv';
import { html } from './html';
import type { Format } from './item';
import { json } from './json';
import { markdown } from './markdown';
import { bibtex, cslJson, ris } from './references';
import { w3c } from './w3c';

export const formats: readonly Format[] = [json, csv, markdown, w3c, ris, bibtex, cslJson, html];

export const findFormat = (name: string) => formats.find((format) => format.name === name);
