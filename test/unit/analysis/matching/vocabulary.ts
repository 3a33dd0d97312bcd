import { readFileSync } from 'node:fs';
import { emptyRecord, matchVocabularyOf, type MatchRecord, type MatchVocabulary, type VocabularyFiles } from '../../../../shared/analysis/matching/matchRecord';

const file = (name: string): unknown => JSON.parse(readFileSync(`resources/vocabularies/${name}.json`, 'utf8'));

/** The shipped vocabularies, as the product reads them. */
export const shippedVocabulary = (): MatchVocabulary => matchVocabularyOf({ givenNames: file('givenNames'), commonNames: file('commonNames'), companyWords: file('companyWords'), streetForms: file('streetForms'), matchWeights: file('matchWeights') } as VocabularyFiles);

/** A person of whom only so much is known. */
export const person = (known: Partial<MatchRecord>): MatchRecord => ({ ...emptyRecord('person'), ...known });
