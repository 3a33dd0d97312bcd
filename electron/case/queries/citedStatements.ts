import type { Database } from 'better-sqlite3';
import type { CitedStatement } from '../../../shared/contract/briefings';
import type { Id } from '../../../shared/model/ids';
import type { CitedSaying } from '../../../shared/briefing/material';
import { dateText } from '../../../shared/briefing/moment';
import { placesOf } from '../../../shared/briefing/sourceList';
import type { Words } from '../../../shared/briefing/words';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { formatProperty } from '../../../shared/schema/choice';
import type { Language } from '../../../shared/values/kind';
import { Evaluations } from '../db/evaluation';
import { SaidStatements } from './saidStatements';
import { query } from './statements';

/** Signs of a value that a citation shows. */
const LONGEST = 300;

interface Subject { readonly id: Id; readonly type: string; readonly caption: string; readonly ends: { readonly from: string; readonly to: string } | null }

function subjectsOf(db: Database, statements: readonly CitedSaying[]): ReadonlyMap<Id, Subject> {
  const ids = (kind: CitedSaying['subjectKind']): string => JSON.stringify([...new Set(statements.filter((statement) => statement.subjectKind === kind).map((statement) => statement.subject))]);
  const entities = query<{ id: Id; type: string; caption: string }>(db, 'SELECT id, type, caption FROM entity WHERE id IN (SELECT value FROM json_each(@ids))').all({ ids: ids('entity') });
  const links = query<{ id: Id; type: string; from: string; to: string }>(db, 'SELECT l.id, l.type, a.caption AS "from", b.caption AS "to" FROM link l JOIN entity a ON a.n = l.from_n JOIN entity b ON b.n = l.to_n WHERE l.id IN (SELECT value FROM json_each(@ids))').all({ ids: ids('link') });
  const subjects: Subject[] = [...entities.map((entity) => ({ ...entity, ends: null })), ...links.map(({ id, type, from, to }) => ({ id, type, caption: '', ends: { from, to } }))];
  return new Map(subjects.map((subject) => [subject.id, subject]));
}

/** "Date of birth: 14-03-1984; alias: El Rubio". */
function saidText({ values }: CitedSaying, type: string, catalogue: Catalogue, language: Language): string {
  const parts = Object.entries(values).map(([id, said]) => {
    const property = catalogue.property(type, id);
    const shown = said.map(({ v }) => (property === undefined ? v : property.kind === 'date' ? dateText(v, language) : formatProperty(property, v, language)).replace(/\s+/g, ' '));
    return `${property?.label[language] ?? id}: ${shown.join(', ')}`;
  });
  const text = parts.join('; ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}

/** Statements as citations show them, retracted ones too, in the order asked for; those that are gone are left out. */
export function citedStatements(db: Database, catalogue: Catalogue, ids: readonly Id[], language: Language, words: Words): CitedStatement[] {
  const found = new SaidStatements(db, new Evaluations(catalogue)).byId(ids).map(({ statement }) => statement);
  const subjects = subjectsOf(db, found);
  const titles = new Map(query<{ id: Id; title: string }>(db, 'SELECT id, title FROM source WHERE id IN (SELECT value FROM json_each(@ids))').all({ ids: JSON.stringify([...new Set(found.map((statement) => statement.source))]) }).map(({ id, title }) => [id, title]));
  const shown = new Map(found.map((statement): [Id, CitedStatement] => {
    const { type = '', caption = '', ends = null } = subjects.get(statement.subject) ?? {};
    const linkType = catalogue.linkType(type);
    return [statement.id, {
      id: statement.id, subject: statement.subject, caption: ends === null ? caption : `${ends.from} ${linkType?.directed === false ? '–' : '→'} ${ends.to}`,
      text: [ends === null ? '' : (linkType?.label[language] ?? type), saidText(statement, type, catalogue, language)].filter((part) => part !== '').join('; '),
      source: statement.source, sourceTitle: titles.get(statement.source) ?? '', place: statement.row === null && statement.page === null ? '' : placesOf([statement], words),
      grading: statement.grading, handling: statement.handling.map(({ code }) => code).join(' '), basis: statement.basis, retracted: statement.retracted,
    }];
  }));
  return [...new Set(ids)].flatMap((id) => shown.get(id) ?? []);
}
