import type { Attachment, MappedRow } from '../../../../../shared/mapping/mapRow';
import { foldHeading } from '../../../../../shared/schema/heading';
import words from '../../../../../resources/vocabularies/vcard.json';
import { EntityDraft, LinkDraft, recordOf } from '../../records/draft';
import type { ReadingContext } from '../../records/format';
import type { Vocabulary } from '../../records/vocabulary';
import { addressKey, addressParts, sayAddress } from './address';
import { binaryOf, photoOf } from './binary';
import type { Card } from './cards';
import { kindOf, nameParts, saidOn } from './holder';
import type { Said } from './holder';
import { components } from './line';

/** Ids on cards are meant to be unique in the world. */
const SPACE = 'vcard';

const wordOf = (table: Readonly<Record<string, string>>, name: string): string | undefined => (Object.hasOwn(table, name) ? table[name] : undefined);
const bare = (uid: string): string => uid.trim().replace(/^urn:uuid:/i, '').toLowerCase();

/** Builds what one card says: its holder, and what that one uses, where it lives and whom it knows. */
class CardRecord {
  readonly entities: EntityDraft[] = [];
  readonly links: { draft: LinkDraft; from: number; to: number }[] = [];
  readonly attachments: Attachment[] = [];

  constructor(private readonly context: ReadingContext, private readonly vocabulary: Vocabulary) {}

  /** Index of the card's holder among the entities. */
  read(card: Card): number {
    const said = saidOn(card);
    const kind = kindOf(card, said);
    const uid = said.find((each) => each.name === 'UID')?.text ?? '';
    const type = this.vocabulary.entity(kind, 'person');
    const holder = new EntityDraft(this.context.catalogue, this.context.plan, type, uid === '' ? null : bare(uid), SPACE);
    if (uid !== '') holder.say('reference', bare(uid));
    const at = this.entities.push(holder) - 1;
    const work = this.organisation(card, said, kind === 'company' || kind === 'org' ? holder : null, at, type);
    for (const each of said) this.property(card, said, each, holder, at, type, work);
    for (const inside of card.inside) {
      const agent = this.read(inside);
      this.join('linked', at, agent, (link) => link.say('role', 'AGENT'));
    }
    return at;
  }

  private entity(type: string, key: string | null, namespace = ''): EntityDraft {
    return new EntityDraft(this.context.catalogue, this.context.plan, type, key, namespace);
  }

  /** Joins the holder to another, by the first of the types that may join them. */
  private join(types: string, from: number, to: number, tell?: (link: LinkDraft) => void): LinkDraft {
    const [a, b] = [this.entities[from]?.type ?? '', this.entities[to]?.type ?? ''];
    const type = this.context.catalogue.mayJoin(types, a, b) ? types : 'linked';
    const draft = new LinkDraft(this.context.catalogue, this.context.plan, type);
    tell?.(draft);
    this.links.push({ draft, from, to });
    return draft;
  }

  private add(draft: EntityDraft): number {
    return this.entities.push(draft) - 1;
  }

  /** ORG: the card's own name where it is a firm's, else an employer. Gives the link to the employer, for the title. */
  private organisation(card: Card, said: readonly Said[], firm: EntityDraft | null, holder: number, type: string): boolean {
    let employed = false;
    const titles = said.filter((each) => each.name === 'TITLE').map((each) => each.text);
    for (const each of said.filter((one) => one.name === 'ORG')) {
      const [name = '', ...units] = components(each.property.value, card.version);
      const unit = units.filter((part) => part !== '').join('; ');
      if (name === '' && unit === '') continue;
      if (firm !== null) {
        firm.say('name', name).other('ORG', unit);
        continue;
      }
      const employer = this.add(this.entity(this.vocabulary.entity('ORG', 'company'), `org:${(name || unit).toLowerCase()}`).say('name', name || unit));
      this.join(this.context.catalogue.mayJoin('worksFor', type, this.entities[employer]?.type ?? '') ? 'worksFor' : 'linked', holder, employer, (link) => {
        link.say('role', titles.join('; ')).other('ORG', name === '' ? '' : unit);
      });
      employed = true;
    }
    return employed;
  }

  private property(card: Card, all: readonly Said[], each: Said, holder: EntityDraft, at: number, type: string, employed: boolean): void {
    const { name, text, property, label } = each;
    const labelled = label === '' ? name : `${name} (${label})`;
    const name2 = wordOf(words.related, name);
    const platform = wordOf(words.platforms, name);
    if (name2 !== undefined) return this.related(text, name2, at);
    if (platform !== undefined) return this.account(text, platform, label, at);
    switch (name) {
      case 'BEGIN': case 'END': case 'VERSION': case 'UID': case 'ORG': case 'KIND': case 'X-ADDRESSBOOKSERVER-KIND': return;
      case 'FN': return void holder.say('name', text);
      case 'N': {
        const [family, given, additional, prefix, suffix] = nameParts(property, card.version);
        const known = this.context.catalogue.property(type, 'familyName') !== undefined;
        if (known) holder.say('familyName', family).say('givenName', given);
        else if (!all.some((one) => one.name === 'FN' || one.name === 'ORG')) holder.say('name', [given, family].filter(Boolean).join(' '));
        return void holder.other('additional names', additional).other('honorific prefixes', prefix).other('honorific suffixes', suffix);
      }
      case 'NICKNAME': {
        for (const nick of components(property.value.replaceAll('\\,', ','), card.version, ',')) holder.say('alias', nick);
        return;
      }
      case 'TITLE': return employed ? undefined : void holder.say('occupation', text);
      case 'ROLE': return void holder.say('occupation', text);
      case 'TEL': return this.phone(text, label, at);
      case 'EMAIL': return this.email(text, label, all, at);
      case 'ADR': return this.address(card, all, each, holder, at);
      case 'LABEL': return all.some((one) => one.name === 'ADR' && one.label === label) ? undefined : void holder.other(labelled, text);
      case 'GEO': {
        const place = this.add(this.entity('location', `geo:${text}`).say('coordinates', text));
        return void this.join('locatedAt', at, place, (link) => link.other('TYPE', label));
      }
      case 'IMPP': return this.account(text, property.parameters.get('X-SERVICE-TYPE') ?? '', label, at);
      case 'X-SOCIALPROFILE': case 'SOCIALPROFILE': return this.profile(each, at);
      case 'URL': return /^profile$/i.test(label) ? this.profile(each, at) : void holder.other(labelled, text);
      case 'BDAY': return void holder.say('birthDate', property.parameters.has('X-APPLE-OMIT-YEAR') ? text.replace(/^\d{4}/, '-') : text);
      case 'DEATHDATE': return void holder.say('deathDate', text);
      case 'BIRTHPLACE': return void holder.say('birthPlace', text);
      case 'GENDER': {
        const [sex = '', words2 = ''] = components(property.value, card.version);
        if (/^[MF]$/i.test(sex)) holder.say('gender', sex);
        else holder.other('GENDER', sex);
        return void holder.other('GENDER', words2);
      }
      case 'NOTE': return void holder.say('note', text);
      case 'PHOTO': case 'LOGO': {
        const photo = photoOf(property, `${name.toLowerCase()}-${property.line}`);
        if (photo !== null) this.attachments.push(photo);
        else holder.other(labelled, text);
        return;
      }
      case 'SOUND': case 'KEY': {
        const held = binaryOf(property);
        return void holder.other(name, held === null ? text : `${held.mediaType} (${held.bytes.length} bytes)`.trim());
      }
      case 'RELATED': case 'X-ABRELATEDNAMES': case 'X-RELATION': return this.related(text, label || name, at);
      case 'MEMBER': case 'X-ADDRESSBOOKSERVER-MEMBER': return this.member(text, at);
      case 'AGENT': return text === '' || card.inside.length > 0 ? undefined : this.related(text, 'AGENT', at);
      case 'X-ANDROID-CUSTOM': return this.android(card, each, holder, at);
      default: return void holder.other(labelled, property.transfer === 'base64' ? `(${property.value.length} bytes)` : text);
    }
  }

  private phone(text: string, label: string, at: number): void {
    if (text === '') return;
    const number = text.replace(/^tel:/i, '');
    if (/^sips?:/i.test(number)) return this.account(number, 'SIP', label, at);
    this.join('uses', at, this.add(this.entity('phone', `tel:${number.toLowerCase()}`).say('number', number)), (link) => link.other('TYPE', label));
  }

  private email(text: string, label: string, all: readonly Said[], at: number): void {
    if (text === '') return;
    const account = this.entity('emailAccount', `email:${text.toLowerCase()}`).say('address', text).say('displayName', all.find((one) => one.name === 'FN')?.text);
    this.join('uses', at, this.add(account), (link) => link.other('TYPE', label));
  }

  private address(card: Card, all: readonly Said[], each: Said, holder: EntityDraft, at: number): void {
    const parts = addressParts(each.property, card.version);
    const full = each.property.parameters.get('LABEL') ?? all.find((one) => one.name === 'LABEL' && one.label === each.label)?.text;
    if (parts === null && full === undefined) return;
    const address = this.add(sayAddress(this.entity('address', addressKey(parts ?? [full ?? ''])), parts ?? [], full));
    const home = each.property.types.includes('HOME');
    const type = this.context.catalogue.mayJoin('livesAt', holder.type, 'address') ? (home ? 'livesAt' : 'locatedAt') : 'registeredAt';
    this.join(type, at, address, (link) => link.other('TYPE', home ? '' : each.label));
  }

  private account(text: string, platform: string, label: string, at: number): void {
    if (text === '') return;
    const scheme = /^([a-z][a-z0-9+.-]*):(?!\/\/)(.+)$/is.exec(text);
    const handle = (scheme?.[2] ?? text).replace(/^\/\//, '');
    const service = platform || (scheme?.[1] ?? '');
    const key = `account:${service.toLowerCase()}:${handle.toLowerCase()}`;
    this.join('uses', at, this.add(this.entity('onlineAccount', key).say('handle', handle).say('platform', service)), (link) => link.other('TYPE', label));
  }

  private profile(each: Said, at: number): void {
    const user = each.property.parameters.get('X-USER') ?? each.property.parameters.get('USERNAME') ?? '';
    const platform = each.property.parameters.get('SERVICE-TYPE') ?? (each.name === 'URL' ? '' : (each.property.types.find((type) => type !== 'PREF') ?? '').toLowerCase());
    const web = /^https?:\/\//i.test(each.text);
    const handle = user || (web ? '' : each.text.replace(/^x-apple:/i, ''));
    const account = this.entity('onlineAccount', `account:${platform}:${(handle || each.text).toLowerCase()}`).say('handle', handle).say('platform', platform).say('profileUrl', web ? each.text : '');
    this.join('uses', at, this.add(account));
  }

  /** A person that the card names as spouse, manager, friend …: by the id of its card, else by name. */
  private related(text: string, label: string, at: number): void {
    if (text === '') return;
    const uid = /^urn:uuid:/i.test(text);
    const other = uid ? this.entity('person', bare(text), SPACE).say('reference', bare(text)).mention() : this.entity('person', null).say('name', text.replace(/^text:/i, ''));
    const to = this.add(other);
    const kinds = label.split(/\s*,\s*/).map(foldHeading).filter((kind) => kind !== '');
    const known = kinds.find((kind) => wordOf(words.links, kind) !== undefined) ?? label;
    const { type, role } = this.vocabulary.link(known, this.entities[at]?.type ?? '', other.type);
    const relation = wordOf(words.relations, foldHeading(known));
    const draft = new LinkDraft(this.context.catalogue, this.context.plan, type);
    if (role !== null) draft.say('role', label);
    else draft.other('TYPE', label);
    if (relation !== undefined && this.context.catalogue.property(type, 'relation') !== undefined) draft.say('relation', relation);
    this.links.push({ draft, from: at, to });
  }

  private member(text: string, at: number): void {
    const uri = /^(mailto|tel):(.+)$/i.exec(text);
    const mail = uri?.[1]?.toLowerCase() === 'mailto';
    if (uri !== null) {
      const other = this.add(mail ? this.entity('emailAccount', `email:${(uri[2] ?? '').toLowerCase()}`).say('address', uri[2]) : this.entity('phone', `tel:${uri[2] ?? ''}`).say('number', uri[2]));
      return void this.join('linked', other, at, (link) => link.say('role', 'MEMBER'));
    }
    const member = this.add(this.entity('person', bare(text), SPACE).say('reference', bare(text)).mention());
    this.join('memberOf', member, at);
  }

  /** Android's way to keep nicknames, relations and days on cards of version 2.1. */
  private android(card: Card, each: Said, holder: EntityDraft, at: number): void {
    const [kind = '', value = '', , label = ''] = components(each.property.value, card.version);
    if (kind.endsWith('/nickname')) holder.say('alias', value);
    else if (kind.endsWith('/relation')) this.related(value, label, at);
    else holder.other(each.name, each.text);
  }
}

/** What one card says, as one record. */
export function recordOfCard(card: Card, context: ReadingContext, vocabulary: Vocabulary): MappedRow {
  const record = new CardRecord(context, vocabulary);
  record.read(card);
  return recordOf(record);
}
