import { addressLine, streetFormsOf, type AddressLine, type StreetForms } from './addressLine';
import { latinOf } from './letters';
import { companyWordsOf, type CompanyWordsFile } from './companyName';
import { companyKind, personKind, type NameKind } from './nameKind';
import type { NameWords } from './nameWords';
import type { NameCounts } from './rarity';
import { soundsOf } from './sounds';
import { KnownNames, type CommonNamesFile, type GivenNamesFile } from './knownNames';
import type { MatchKind } from '../../schema/types';

/** What is known of one entity, as far as it helps to tell whether another is the same. Lists may be empty. */
export interface MatchRecord {
  readonly kind: MatchKind;
  /** Names, aliases, in any script. */
  readonly names: readonly string[];
  /** Canonical dates as shared/values/date.ts writes them, as precise as is known. */
  readonly births: readonly string[];
  /** "m", "f" or "x". */
  readonly genders: readonly string[];
  /** Towns, countries of birth, nationalities: words to be compared as they are. */
  readonly places: readonly string[];
  /** Normalised values by kind of identifier: a phone in E.164, an IMO number. */
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[];
  /** Addresses in one line each. */
  readonly addresses: readonly string[];
  /** Ids of entities that this one is linked with. */
  readonly companions: readonly string[];
}

/** A record of which nothing is known. */
export const emptyRecord = (kind: MatchKind): MatchRecord => ({ kind, names: [], births: [], genders: [], places: [], identifiers: [], addresses: [], companions: [] });

/** resources/vocabularies/matchWeights.json: what a finding tells for (+) or against (-) the same entity, in natural log-odds. */
export interface MatchWeights {
  /** Log-odds before anything is known, of pairs that blocks.ts proposes. */
  readonly prior: number;
  /** From this score on a pair is worth a person's judgement. */
  readonly propose: number;
  /** Below this score a pair is not kept at all; between the two it is weak. */
  readonly hide: number;
  readonly points: Readonly<Record<string, number>>;
  /** Kinds of identifiers that only one entity has; all others may be shared. */
  readonly identifiers: Readonly<Record<string, string>>;
  /** So many shared companions count, no more. */
  readonly mostCompanions: number;
}

/** All that is looked up while matching; built once from the files in resources/vocabularies. */
export interface MatchVocabulary {
  readonly weights: MatchWeights;
  readonly names: Readonly<Record<MatchKind, NameKind>>;
  readonly streets: StreetForms;
  /** How usual words are among the names that are matched, by kind; absent: only the shipped lists tell. */
  readonly counts?: Partial<Readonly<Record<MatchKind, NameCounts>>>;
}

/** Files as they are read: givenNames.json, commonNames.json, companyWords.json, streetForms.json, matchWeights.json. */
export interface VocabularyFiles {
  readonly givenNames: GivenNamesFile;
  /** Absent: no name is known to be common. */
  readonly commonNames?: CommonNamesFile;
  readonly companyWords: CompanyWordsFile;
  readonly streetForms: Parameters<typeof streetFormsOf>[0];
  readonly matchWeights: MatchWeights;
}

export function matchVocabularyOf({ givenNames, commonNames, companyWords, streetForms, matchWeights }: VocabularyFiles): MatchVocabulary {
  const companies = companyKind(companyWordsOf(companyWords));
  return { weights: matchWeights, names: { person: personKind(new KnownNames(givenNames, commonNames)), company: companies, vessel: companies, vehicle: companies, address: companies }, streets: streetFormsOf(streetForms) };
}

/** A record with its names and addresses read, so that it can be compared with many. */
export interface PreparedRecord {
  readonly record: MatchRecord;
  readonly names: readonly NameWords[];
  /** Letters and sounds of places. */
  readonly places: readonly { readonly text: string; readonly sounds: string }[];
  readonly addresses: readonly AddressLine[];
}

export function prepareRecord(record: MatchRecord, vocabulary: MatchVocabulary): PreparedRecord {
  const kind = vocabulary.names[record.kind];
  return {
    record,
    names: record.names.map((name) => kind.read(name)),
    places: record.places.map((place) => {
      const text = latinOf(place).text.replaceAll(/[^a-z0-9]/g, '');
      return { text, sounds: soundsOf(text) };
    }),
    addresses: [...record.addresses, ...(record.kind === 'address' ? record.names : [])].map((line) => addressLine(line, vocabulary.streets)),
  };
}
