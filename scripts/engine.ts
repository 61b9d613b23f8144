/** Loads the shipped engine in Node, from the very files the extension ships. */
import { readFileSync } from 'node:fs';
import { createEngine, type Engine, modelFiles } from '../lib/language/engine';

export function loadEngine(): Engine {
  const read = (name: string) => new Uint8Array(readFileSync(new URL(`../public/model/${name}`, import.meta.url)));
  return createEngine(new Map(modelFiles.map((name) => [name, read(name)])));
}
