import fc from 'fast-check';
import { expect } from 'vitest';
import type { RecordFormatId } from '../../../../shared/mapping/recordPlan';
import { Failure } from '../../../../shared/contract/failure';
import { walk } from './walk';

const NASTY = ['"__proto__":{"polluted":true},', '"constructor":{"prototype":{"polluted":true}},', '\u0000', '\uD83D', '{', '[', '"', '\\u0000', 'null', '1e999', '['.repeat(150), '"id":null,', '"type":[],', '"properties":[],', '"Event":[],', '"object_refs":{"a":1},', '}}}}', ',,'];

/** Cuts, swaps and inserts into a valid text file: the importer gives rows, rejects or a Failure, and nothing else happens. */
export async function withstandsMutations(format: RecordFormatId, valid: string, runs = 150): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(valid.length), fc.constantFrom(...NASTY)), { maxLength: 3 }), fc.array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { maxLength: 4 }), fc.option(fc.nat(valid.length)), async (inserts, swaps, cut) => {
      let text = valid;
      for (const [at, nasty] of inserts) text = text.slice(0, at) + nasty + text.slice(at);
      const bytes = Buffer.from(text.slice(0, cut ?? undefined), 'utf8');
      for (const [at, byte] of swaps) if (at < bytes.length) bytes[at] = byte;
      if (bytes.length === 0) return;
      try {
        await walk(format, bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
      }
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    }),
    { numRuns: runs },
  );
}
