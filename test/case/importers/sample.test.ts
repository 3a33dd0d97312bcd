import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { dryRun, previewTableImport, runImport } from '../../../electron/case/importing';
import { SHIPPED_RECIPES } from '../../../electron/case/importers/shippedRecipes';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import { planFingerprint } from '../../../shared/mapping/recipe';
import { ACTOR, newCase } from '../place';

const SAMPLE = join(import.meta.dirname, '..', '..', '..', 'resources', 'sample');

/** Rows of each sample file, and the most cells that may be in doubt: the mistakes that are in it on purpose. */
const FILES = [
  { file: 'douane_containerbewegingen.csv', encoding: 'windows-1252', headerRow: 1, rows: 519, doubts: 20 },
  { file: 'retro_telefonie.csv', encoding: 'utf-8', headerRow: 1, rows: 3369, doubts: 15 },
  { file: 'politie_personenlijst.xlsx', encoding: 'utf-8', headerRow: 5, rows: 159, doubts: 15 },
  { file: 'bank_verrichtingen.csv', encoding: 'utf-8', headerRow: 1, rows: 905, doubts: 10 },
];

test('recipes that come with Knoop carry the fingerprint of their headings', () => {
  expect(SHIPPED_RECIPES).toHaveLength(FILES.length);
  for (const recipe of SHIPPED_RECIPES) expect(recipe.fingerprint, recipe.id).toBe(planFingerprint(recipe.mapping, []));
});

test('the sample files are known by their recipes, come in whole, and join each other', async () => {
  const { store } = await newCase();
  for (const { file, encoding, headerRow, rows, doubts } of FILES) {
    const document = { path: join(SAMPLE, file), name: basename(file) };
    const preview = await previewTableImport(store.db, store.catalogue, document);
    expect(preview.recipe?.id, file).toMatch(/^sample-/);
    expect(preview.reading, file).toMatchObject({ encoding, headerRow });
    const dry = await dryRun(store.db, store.catalogue, document, preview.proposal, 5000, 'nl');
    const report = await runImport({ folder: store.folder, key: store.key }, { document, mapping: preview.proposal, recipe: preview.recipe, again: false, actor: ACTOR }, UNWATCHED);
    store.reload();
    expect(report, file).toMatchObject({ rows, rejected: 0 });
    expect(report.doubts, file).toBeLessThanOrEqual(doubts);
    expect(dry.rejects, file).toEqual([]);
    expect(dry.counts, file).toEqual(report.counts);
    // 866 rows are of messages; one of them does not say to whom.
    if (file === 'retro_telefonie.csv') expect(report.counts.links).toMatchObject({ called: 2503, messaged: 865 });
  }
  const both = store.db.prepare<[], number>("SELECT count(*) FROM entity WHERE type = 'phone' AND sources > 1").pluck().get() ?? 0;
  expect(both).toBeGreaterThan(100);
});
