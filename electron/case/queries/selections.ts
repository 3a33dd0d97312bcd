import type { Database } from 'better-sqlite3';
import { keptSelections, selectionsKey } from '../../../shared/commands/selection';
import { keyText } from '../../../shared/commands/image';
import type { CaseService } from '../../../shared/contract/caseService';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { ImagedRows } from '../db/imaged';
import type { Identity } from '../db/identity';
import { shownFold } from './lines';

type Request = CaseService['requests']['case.selections'];

/** Selections that are kept of a chart, those with a digit first by it, the others by name. */
export function selections(db: Database, catalogue: Catalogue, identity: Identity, { chart }: ParsedArgumentsOf<Request>): ResultOf<Request> {
  return keptSelections(new ImagedRows(db).read('setting', keyText(selectionsKey(chart))))
    .map((each) => ({ ...each, entities: [...new Set(each.entities.map((id) => identity.topId(id)))], lines: [...new Set(each.lines.map((line) => (line.includes('|') ? shownFold(line, catalogue, identity) : line)))] }))
    .toSorted((a, b) => (a.slot ?? 10) - (b.slot ?? 10) || (a.name < b.name ? -1 : 1));
}
