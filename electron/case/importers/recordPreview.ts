import type { RecordPreview } from '../../../shared/contract/importing';
import { recordFingerprint } from '../../../shared/mapping/recipe';
import type { Recipe } from '../../../shared/mapping/recipe';
import { isRecordPlan } from '../../../shared/mapping/recordPlan';
import type { RecordPlan } from '../../../shared/mapping/recordPlan';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { CASE_LANGUAGE } from '../../../shared/schema/caption';
import type { Bytes } from './bytes';
import { Drawn } from './drawn';
import type { RecordFormat } from './records/format';

/** So many records are looked at before anything is asked. */
const LOOKED = 2000;
const SHOWN = 50;
const TEXT = 4000;

/** How a file of this format is read unless a person says otherwise. */
function planFor(format: RecordFormat, known: Partial<RecordPlan>): RecordPlan {
  const usual: RecordPlan = {
    format: format.id, encoding: null, dateOrder: 'dmy', decimal: ',', country: 'BE', currency: 'EUR', namespace: '', entityTypes: {}, linkTypes: {}, chart: true, source: { supplier: '', grading: null, handling: [] },
  };
  return { ...usual, ...format.proposes, ...known, format: format.id };
}

/** What the first records of a file speak of, read by one plan. */
async function look(bytes: Bytes, name: string, format: RecordFormat, plan: RecordPlan, catalogue: Catalogue): Promise<Omit<RecordPreview, 'alreadyImported' | 'recipe'>> {
  const stream = await format.open(bytes, { name, plan, catalogue });
  const rows: RecordPreview['rows'] = [];
  const drawn = new Drawn();
  let text = '';
  let looked = 0;
  let attachments = 0;
  let whole = true;
  reading: for await (const batch of stream.outcomes()) {
    for (const outcome of batch) {
      if (looked >= LOOKED) {
        whole = false;
        break reading;
      }
      looked += 1;
      if (outcome.kind === 'page' && text === '') text = outcome.text.slice(0, TEXT);
      if (outcome.kind !== 'row') continue;
      if (rows.length < SHOWN) rows.push({ row: outcome.row, cells: outcome.cells.slice(0, 12).map((cell) => cell.slice(0, 200)) });
      attachments += outcome.mapped.attachments?.filter((each) => each.bytes.length > 0).length ?? 0;
      outcome.mapped.entities.forEach((entity, at) => {
        if (entity.place !== undefined) drawn.put(entity.sameKey ?? `${outcome.row}/${at}`, entity.place);
      });
    }
  }
  const types = stream.types?.() ?? { entities: [], links: [] };
  const named = (use: 'entity' | 'link') => ({ id, label }: { readonly id: string; readonly label: Readonly<Record<string, string>> }): RecordPreview['newTypes'][number] => ({ id, label: label[CASE_LANGUAGE] ?? id, use });
  return {
    kind: 'records', name, bytes: bytes.size, proposal: plan, kinds: [...(stream.kinds?.() ?? [])], newTypes: [...types.entities.map(named('entity')), ...types.links.map(named('link'))], rows, text, drawn: drawn.any, looked, attachments, whole,
  };
}

/**
 * What a file of records speaks of, by its first records. `known` is what a person set by hand; `recipeFor` finds the saved plan for such a file, which
 * is used where the file names kinds: by its format alone nobody can tell who sent it. Throws Failure as the format does.
 */
export async function previewRecords(bytes: Bytes, name: string, format: RecordFormat, known: Partial<RecordPlan>, catalogue: Catalogue, recipeFor: (fingerprint: string) => Recipe | null = () => null): Promise<Omit<RecordPreview, 'alreadyImported'>> {
  const seen = await look(bytes, name, format, planFor(format, known), catalogue);
  const recipe = seen.kinds.length === 0 ? null : recipeFor(recordFingerprint(format.id, seen.kinds));
  if (recipe === null || !isRecordPlan(recipe.mapping) || recipe.mapping.format !== format.id) return { ...seen, recipe: null };
  return { ...(await look(bytes, name, format, { ...recipe.mapping, ...known, format: format.id }, catalogue)), recipe };
}
