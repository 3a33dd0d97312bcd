import type { Database } from 'better-sqlite3';
import { gradingText } from '../../../shared/analysis/evaluation';
import type { CaseService } from '../../../shared/contract/caseService';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import type { EntityView } from '../../../shared/contract/views';
import type { Id, SubjectKind } from '../../../shared/model/ids';
import type { Values } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Identity } from '../db/identity';
import { neighbours } from './neighbours';
import { shownEntities } from './shownEntities';
import { query } from './statements';
import { storedGrading, storedHandling, storedLocator } from './stored';

type Request = CaseService['requests']['case.subject'];
type View = ResultOf<Request>;
type StatementView = View['statements'][number];

/** Statements that are listed; the rest is told by `more`. */
const LISTED = 2000;

interface LinkRow {
  n: number;
  id: string;
  type: string;
  from_n: number;
  to_n: number;
}

interface StatementRow extends Pick<StatementView, 'id' | 'source' | 'sourceTitle' | 'basis' | 'at' | 'actor' | 'seq'> {
  subject: number;
  row: number | null;
  locator: string;
  values: string;
  grading: string | null;
  handling: string;
}

/** Numbered by when each first spoke of the subject, so that a later source never changes an earlier one's number. */
const SOURCES = `
  SELECT source.id, source.title, source.supplier, source.kind, count(*) AS statements,
    (SELECT json_object('service', iif(content ->> 'service' = '', content ->> 'person', content ->> 'service'), 'at', content ->> 'at') FROM bundle_step JOIN taken_bundle ON taken_bundle.id = bundle_step.bundle WHERE bundle_step.seq = source.seq_added) AS bundle
  FROM statement s JOIN source ON source.n = s.source
  WHERE s.subject_kind = @kind AND s.subject IN (SELECT value FROM json_each(@keys)) AND s.seq_retracted IS NULL
  GROUP BY source.n ORDER BY min(s.seq_added), source.n`;

/** A statement without an evaluation of its own has its source's. What came with a bundle was said by whoever sent it, not by who took it in. */
const STATEMENTS = `
  SELECT s.id, s.subject, source.id AS source, source.title AS sourceTitle, s.row, s.locator, s."values", s.basis,
    coalesce(s.grading, source.grading) AS grading, iif(s.handling = '', source.handling, s.handling) AS handling,
    coalesce(journal.at, '') AS at, coalesce((SELECT content ->> 'person' || iif(content ->> 'service' = '', '', ' (' || (content ->> 'service') || ')') FROM bundle_step JOIN taken_bundle ON taken_bundle.id = bundle_step.bundle WHERE bundle_step.seq = s.seq_added), journal.actor, '') AS actor, s.seq_added AS seq
  FROM statement s JOIN source ON source.n = s.source LEFT JOIN journal ON journal.seq = s.seq_added
  WHERE s.subject_kind = @kind AND s.subject IN (SELECT value FROM json_each(@keys)) AND s.seq_retracted IS NULL
  ORDER BY s.seq_added DESC, s.n DESC LIMIT ${LISTED + 1}`;

/** `members`: short keys of all that the subject stands for, its own first, with the ids that statements about others are told under. */
function said(db: Database, catalogue: Catalogue, kind: SubjectKind, members: ReadonlyMap<number, Id | null>): Pick<View, 'statements' | 'more' | 'sources'> {
  const keys = JSON.stringify([...members.keys()]);
  const sources = query<Omit<View['sources'][number], 'number' | 'bundle'> & { readonly bundle: string | null }>(db, SOURCES).all({ kind, keys }).map(({ bundle, ...row }, at) => ({ number: at + 1, ...row, ...(bundle === null ? {} : { bundle: JSON.parse(bundle) as NonNullable<View['sources'][number]['bundle']> }) }));
  const numbers = new Map(sources.map((source) => [source.id, source.number]));
  const rows = query<StatementRow>(db, STATEMENTS).all({ kind, keys });
  const statements = rows.slice(0, LISTED).map((row): StatementView => {
    const { id, source, sourceTitle, basis, at, actor, seq } = row;
    const grading = storedGrading(row.grading);
    const of = members.get(row.subject) ?? null;
    return {
      id, ...(of === null ? {} : { of }), source, sourceTitle, basis, at, actor, seq, grading,
      sourceNumber: numbers.get(source) ?? 0,
      locator: storedLocator(row.row, row.locator),
      values: JSON.parse(row.values) as Values,
      gradingText: gradingText(grading, catalogue),
      handling: storedHandling(row.handling),
    };
  });
  return { statements, more: rows.length > LISTED, sources };
}

function ofLink(db: Database, catalogue: Catalogue, identity: Identity, link: LinkRow): View {
  const [from, to] = [link.from_n, link.to_n].map((n) => shownEntities(db, catalogue, identity, [identity.topOf(n)])[0]) as [EntityView, EntityView];
  const directed = catalogue.linkType(link.type)?.directed ?? true;
  return {
    kind: 'link', id: link.id, type: link.type, caption: `${from.caption} ${directed ? '→' : '–'} ${to.caption}`, key: '', entity: null, ends: { from, to },
    ...said(db, catalogue, 'link', new Map([[link.n, null]])), linkCounts: [],
  };
}

/**
 * All that is said of one live entity or link, newest first, with its sources numbered [1], [2] … and, for an entity, its links counted by type,
 * direction and type of the other end. Of entities that are taken for one, any may be named: what is said of all of them is given, under the one that is shown.
 * Throws Failure("subjectNotFound").
 */
export function subjectView(db: Database, catalogue: Catalogue, identity: Identity, { id }: ParsedArgumentsOf<Request>): View {
  const n = query<{ n: number }>(db, 'SELECT e.n FROM entity e WHERE e.id = @id AND e.seq_retracted IS NULL').get({ id })?.n;
  const [entity] = n === undefined ? [] : shownEntities(db, catalogue, identity, [identity.topOf(n)]);
  if (n === undefined || entity === undefined) {
    const link = query<LinkRow>(db, 'SELECT n, id, type, from_n, to_n FROM link WHERE id = @id AND seq_retracted IS NULL').get({ id });
    if (link === undefined) throw new Failure('subjectNotFound');
    return ofLink(db, catalogue, identity, link);
  }
  const ids = identity.memberIds(id);
  const members = new Map(identity.membersOf(n).map((member, at) => [member, at === 0 ? null : (ids[at] ?? null)]));
  const linkCounts = neighbours(db, catalogue, identity, { ids: [id] }).map(({ linkType, direction, entityType, links, entities }) => ({ type: linkType, direction, otherType: entityType, count: links, entities }));
  return { kind: 'entity', id: entity.id, type: entity.type, caption: entity.caption, key: entity.key, entity, ends: null, ...said(db, catalogue, 'entity', members), linkCounts };
}
