import type { Database } from 'better-sqlite3';
import { FORMATTING_SETTINGS } from '../../../shared/commands/formattingSet';
import { keyText } from '../../../shared/commands/image';
import type { formattingRequests } from '../../../shared/contract/formatting';
import type { ResultOf } from '../../../shared/contract/definition';
import { formattingRuleSchema } from '../../../shared/model/formatting';
import { ImagedRows } from '../db/imaged';

/** The rules by which charts of the case are drawn, in their order; a rule that this version cannot read is left out. */
export function formatting(db: Database): ResultOf<(typeof formattingRequests)['case.formatting']> {
  const row = new ImagedRows(db).read('setting', keyText(FORMATTING_SETTINGS)) as { readonly content?: unknown } | null;
  const kept: readonly unknown[] = Array.isArray(row?.content) ? row.content : [];
  return { rules: kept.flatMap((each) => formattingRuleSchema.safeParse(each).data ?? []) };
}
