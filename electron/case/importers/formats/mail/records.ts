import { parseProperty } from '../../../../../shared/schema/choice';
import { EntityDraft, LinkDraft, recordOf } from '../../records/draft';
import type { ReadingContext, RecordOutcome } from '../../records/format';
import { invitationsIn } from './calendar';
import type { Invitation } from './calendar';
import { RECEIVING } from './message';
import type { MailMessage, Party } from './message';
import { sentDate } from './sentDate';

/** Message-IDs are unique in the world. */
const SPACE = 'mail';
/** Parts that are read along with the text: what a mail server or a calendar wrote. */
const READABLE = /^(?:message\/(?:delivery-status|disposition-notification|feedback-report)|text\/(?:rfc822-headers|calendar|plain))$/;
const READ_ALONG = 100_000;
const PAGE = 4_000_000;

/** Says a date that headers hold, with what they wrote. */
function sayDate(context: ReadingContext, draft: EntityDraft | LinkDraft, written: string): void {
  if (written === '') return;
  const property = context.catalogue.property(draft.type, 'date');
  const iso = sentDate(written);
  const read = iso === null || property === undefined ? null : parseProperty(property, iso, context.plan);
  if (read === null || read.doubt !== undefined) draft.say('date', written);
  else draft.keep('date', { v: read.v, raw: written.slice(0, 200) });
}

const keyOf = (party: Party): string => (party.address === '' ? `name:${party.name.toLowerCase()}` : `email:${party.address.toLowerCase()}`);

/** Text by which a message is found and read: its head, what it says, and the readable parts of what it carries. */
function pageOf(message: MailMessage): string {
  const parties = message.parties.map(({ role, party }) => `${role}: ${party.name}${party.address === '' ? '' : ` <${party.address}>`}`);
  const along = message.parts.filter((part) => READABLE.test(part.mediaType) && part.message === undefined).map((part) => Buffer.from(part.bytes.subarray(0, READ_ALONG)).toString('utf8'));
  const names = message.parts.map((part) => part.name);
  return [`Subject: ${message.subject}`, `Date: ${message.date}`, ...parties, '', message.text, message.otherText, ...names, ...along].join('\n').replaceAll('\u0000', '').trim().slice(0, PAGE);
}

/** Turns messages into records, and numbers their pages. */
export class MailRecords {
  private pages = 0;

  constructor(private readonly context: ReadingContext) {}

  /** What a message says, then the messages inside it. `row`: its ordinal in the file. */
  outcomes(message: MailMessage, row: number, key = `message:#${row}`): RecordOutcome[] {
    const out: RecordOutcome[] = [this.record(message, row, key)];
    const page = pageOf(message);
    if (page !== '') out.push({ kind: 'page', page: (this.pages += 1), text: page });
    for (const part of message.parts) {
      if (part.mediaType !== 'text/calendar' && part.mediaType !== 'application/ics') continue;
      for (const invitation of invitationsIn(Buffer.from(part.bytes).toString('utf8'))) out.push(this.invitation(invitation, this.entity(message, key).mention(), row));
    }
    for (const [at, part] of message.parts.entries()) {
      if (part.message === undefined) continue;
      const inner = `${key}/${at}`;
      out.push(...this.outcomes(part.message, row, inner));
      const entities = [this.entity(part.message, inner).mention(), this.entity(message, key).mention()];
      out.push({ kind: 'row', row, cells: [part.name], mapped: recordOf({ entities, links: [{ draft: new LinkDraft(this.context.catalogue, this.context.plan, 'linked').say('role', part.mediaType), from: 0, to: 1 }] }) });
    }
    return out;
  }

  /** The message as others point at it: by its Message-ID, else by its place in the file. */
  private entity(message: MailMessage, key: string): EntityDraft {
    const draft = new EntityDraft(this.context.catalogue, this.context.plan, 'message', message.id === '' ? key : `message:${message.id}`, SPACE);
    return message.id === '' ? draft : draft.say('reference', message.id);
  }

  /** An appointment, who is asked to it, and the message that it came with. */
  private invitation(said: Invitation, message: EntityDraft, row: number): RecordOutcome {
    const { catalogue, plan } = this.context;
    const meeting = new EntityDraft(catalogue, plan, 'meeting', said.id === '' ? null : `meeting:${said.id}`, 'ical').say('name', said.name).say('start', said.start).say('end', said.end).say('place', said.place).say('description', said.description);
    if (said.id !== '') meeting.say('reference', said.id);
    for (const [name, text] of said.others) meeting.other(name, text);
    const entities = [meeting, message];
    const link = (role: string, to: number): { draft: LinkDraft; from: number; to: number } => ({ draft: new LinkDraft(catalogue, plan, 'linked').say('role', role), from: 0, to });
    const links = [link('text/calendar', 1)];
    for (const { role, party } of said.people) {
      if (party.name === '' && party.address === '') continue;
      links.push(link(role, entities.push(new EntityDraft(catalogue, plan, 'emailAccount', keyOf(party), '').say('address', party.address).say('displayName', party.name)) - 1));
    }
    return { kind: 'row', row, cells: [said.name, said.start, said.end, said.place], mapped: recordOf({ entities, links }) };
  }

  private record(message: MailMessage, row: number, key: string): RecordOutcome {
    const { catalogue, plan } = this.context;
    const entity = this.entity(message, key).say('subject', message.subject).say('content', message.text).other('text/html', message.otherText);
    sayDate(this.context, entity, message.date);
    for (const [name, text] of message.headers) entity.other(name, text);
    const entities = [entity];
    const links: { draft: LinkDraft; from: number; to: number }[] = [];
    const places = new Map<string, number>();
    const linked = new Set<string>();
    const at = (party: Party): number => {
      const known = places.get(keyOf(party));
      if (known !== undefined) {
        entities[known]?.say('displayName', party.name);
        return known;
      }
      const made = entities.push(new EntityDraft(catalogue, plan, 'emailAccount', keyOf(party), '').say('address', party.address).say('displayName', party.name)) - 1;
      places.set(keyOf(party), made);
      return made;
    };
    for (const { role, party } of message.parties) {
      const to = at(party);
      if (linked.has(`${role} ${to}`)) continue;
      linked.add(`${role} ${to}`);
      links.push({ draft: new LinkDraft(catalogue, plan, 'linked').say('role', role), from: 0, to });
    }
    const senders = message.parties.filter(({ role }) => role === 'From');
    const from = senders.length > 0 ? senders : message.parties.filter(({ role }) => role === 'Sender');
    const sent = new Set<string>();
    for (const sender of from) {
      for (const { role, party } of message.parties) {
        const pair = `${at(sender.party)} ${at(party)}`;
        if (!RECEIVING.some((each) => each === role) || sent.has(pair)) continue;
        sent.add(pair);
        const draft = new LinkDraft(catalogue, plan, 'messaged').say('subject', message.subject).say('reference', message.id).other('role', role).once();
        sayDate(this.context, draft, message.date);
        links.push({ draft, from: at(sender.party), to: at(party) });
      }
    }
    if (message.answers !== '' && message.answers !== message.id) {
      const to = entities.push(new EntityDraft(catalogue, plan, 'message', `message:${message.answers}`, SPACE).say('reference', message.answers).mention()) - 1;
      links.push({ draft: new LinkDraft(catalogue, plan, 'linked').say('role', 'In-Reply-To'), from: 0, to });
    }
    const shown = (roles: readonly string[]): string => message.parties.filter(({ role }) => roles.includes(role)).map(({ party }) => party.address || party.name).join(', ').slice(0, 200);
    const attachments = message.parts.map(({ name, mediaType, bytes }) => ({ name, mediaType, bytes }));
    return { kind: 'row', row, cells: [message.date, shown(['From']), shown(RECEIVING), message.subject.slice(0, 200)], mapped: recordOf({ entities, links, attachments }) };
  }
}
