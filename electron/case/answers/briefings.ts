import type { Audience } from '../../../shared/briefing/audience';
import { findingsOf } from '../../../shared/briefing/findings';
import { modernBriefing, type Reading } from '../../../shared/briefing/modernBriefing';
import { keyText } from '../../../shared/commands/image';
import type { briefingsRequests } from '../../../shared/contract/briefings';
import type { Events, Handlers } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import type { BriefingRecord } from '../../../shared/model/briefing';
import type { Purpose } from '../../../shared/model/recipient';
import { ImagedRows } from '../db/imaged';
import { withKept } from '../db/kept';
import type { Served } from '../handlers';
import { journalHead } from '../journal';
import { charts } from '../queries';
import { composeBriefing, documentWords, withheldFromBriefing } from '../queries/briefing';
import { citedStatements } from '../queries/citedStatements';
import { gatherBriefing, type Occasion } from '../queries/gatherBriefing';
import { snapshots } from '../queries/snapshots';
import { audienceOf, recipientOf, recipientsOf } from '../releasable/audience';
import { readSettings } from '../settings';

/** Answers of the case about briefings. */
export function briefingsHandlers({ open, person }: Served): Handlers<{ readonly requests: typeof briefingsRequests; readonly events: Events }> {
  const { store } = open;
  const { db } = store;
  const reading = (): Reading => ({ recipients: recipientsOf(db), charts: charts(db), words: documentWords });
  const briefingOf = (given: string | BriefingRecord): BriefingRecord => {
    if (typeof given !== 'string') return given;
    const stored = new ImagedRows(db).read('briefing', keyText(given));
    if (stored === null) throw new Failure('briefingNotFound');
    return modernBriefing(stored, reading());
  };
  /** For whom it is: its recipient, for what that one gets things for unless it is said. */
  const audienceFor = ({ recipient }: BriefingRecord, purpose?: Purpose): Audience => audienceOf(db, { recipient, purpose: purpose ?? (recipient === null ? 'internal' : recipientOf(db, recipient).purpose) });
  const occasion = (): Occasion => ({ settings: readSettings(db), head: journalHead(db), at: new Date().toISOString() });
  return {
    'case.briefings': () => {
      const known = reading();
      return new ImagedRows(db).list('briefing').map((stored) => modernBriefing(stored, known));
    },
    'case.composeBriefing': ({ briefing: given, purpose }) => {
      const briefing = briefingOf(given);
      const audience = audienceFor(briefing, purpose);
      return withKept(store, (kept) => composeBriefing(db, store.catalogue, briefing, { ...occasion(), kept }, audience));
    },
    'case.checkBriefing': ({ briefing: given }) => {
      const briefing = briefingOf(given);
      return [...findingsOf(gatherBriefing(db, store.catalogue, briefing, occasion()), store.catalogue, documentWords(briefing.language), audienceFor(briefing))];
    },
    'case.withheldTexts': ({ briefing: given, purpose }) => {
      const briefing = briefingOf(given);
      return [...withheldFromBriefing(db, store.catalogue, briefing, occasion(), audienceFor(briefing, purpose))];
    },
    'case.statements': ({ ids }) => citedStatements(db, store.catalogue, ids, person.language, documentWords(person.language)),
    'case.snapshots': () => snapshots(db),
  };
}
