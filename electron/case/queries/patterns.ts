import type { Database } from 'better-sqlite3';
import { keyText } from '../../../shared/commands/image';
import { keptPatterns, PATTERNS_KEY } from '../../../shared/commands/pattern';
import type { ResultOf } from '../../../shared/contract/definition';
import type { patternRequests } from '../../../shared/contract/pattern';
import { ImagedRows } from '../db/imaged';

/** Patterns that are kept in the case, by name. */
export const patterns = (db: Database): ResultOf<(typeof patternRequests)['case.patterns']> => keptPatterns(new ImagedRows(db).read('setting', keyText(PATTERNS_KEY))).toSorted((a, b) => (a.name < b.name ? -1 : 1));
