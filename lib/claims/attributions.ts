import type { Actor, Attribution } from '../annotation';
import type { Document } from '../language/document';
import type { Engine } from '../language/engine';

export function findAttributions(_document: Document, _actors: Actor[], _engine: Engine): Attribution[] {
  return [];
}
