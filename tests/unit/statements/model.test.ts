import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeStatementModel, encodeStatementModel } from '../../../lib/claims/statements/model';

const shipped = new Uint8Array(readFileSync(new URL('../../../public/model/statements.bin', import.meta.url)));

describe('the file of the statement models', () => {
  it('is written again as it was read', () => {
    const model = decodeStatementModel('statements.bin', shipped);
    expect(encodeStatementModel(model, model.classes, model.filters, model.thresholds)).toEqual(shipped);
  });

  it('is refused by name when a byte of it changed', () => {
    const damaged = shipped.slice();
    damaged[damaged.length - 1] = (damaged[damaged.length - 1] ?? 0) ^ 1;
    expect(() => decodeStatementModel('statements.bin', damaged)).toThrow(/statements\.bin is damaged/);
  });

  it('is refused by name when it is another file', () => {
    expect(() => decodeStatementModel('statements.bin', new Uint8Array([1, 2, 3]))).toThrow(
      /statements\.bin is not a model/,
    );
  });
});
