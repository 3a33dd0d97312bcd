import fc from 'fast-check';
import { expect } from 'vitest';
import { Failure } from '../../../../shared/contract/failure';
import type { RecordFormatId } from '../../../../shared/mapping/recordPlan';
import { walk } from './walk';

/** Damages a valid file in every way that a share can: cut short, bytes swapped, hostile pieces set in. It must come in, be rejected or be refused. */
export async function damaged(id: RecordFormatId, valid: string, runs = 200): Promise<void> {
  const piece = fc.constantFrom('__proto__', 'constructor', '\u0000', '\uFEFF', '<', '&', ']]>', ':61:', ':86:', '\r', '\n', '-}', '{4:', '99999999999999999999', '?32', 'é', '\u{1F600}', ' '.repeat(300), 'x'.repeat(5000));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 }), piece), { minLength: 1, maxLength: 6 }), fc.nat(), async (edits, end) => {
      let text = valid;
      for (const [at, length, put] of edits) text = text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + length);
      if (end % 3 === 0) text = text.slice(0, end % (text.length + 1));
      await walk(id, text === '' ? ' ' : text).catch((error: unknown) => {
        if (!(error instanceof Failure)) throw error;
      });
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    { numRuns: runs },
  );
}
