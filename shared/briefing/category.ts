import { valueKinds } from '../values';
import type { CitedText } from './document';
import { quiet, plain, type ComposeContext } from './context';
import { propertyLines } from './factLines';
import type { SceneEntity } from './scene';

/** Property that says what a person is in this case (suspect, witness …), and the one that says that a person is under age. */
export const CATEGORY = 'category';
export const MINOR = 'minor';

/** Years at which a person comes of age. */
const MAJORITY = 18;

/** Whether a person is under age on the day of the document: because a source says so, or because every day that the known date of birth leaves open is too late. */
export function isMinor({ type, subject }: SceneEntity, at: string): boolean {
  const flagged = (subject.values[MINOR] ?? []).find((value) => value.doubt === undefined);
  if (flagged !== undefined) return flagged.v === 'true';
  const birth = type.properties.find((property) => property.match === 'birthDate');
  const said = birth === undefined ? undefined : subject.values[birth.id]?.find((value) => value.doubt === undefined && !value.v.startsWith('~'))?.v;
  const [, year, rest = ''] = said === undefined ? [] : (/^(\d{4})(-\d{2}(?:-\d{2})?)?/.exec(said) ?? []);
  if (year === undefined || at === '') return false;
  const ofAge = `${String(Number(year) + MAJORITY).padStart(4, '0')}${rest === '' ? '-01-01' : rest.length === 3 ? `${rest}-01` : rest}`;
  return valueKinds.date.compare(at.slice(0, 10), ofAge) < 0;
}

/** What a person is in this case, always stated (Directive 2016/680 art. 6): unknown where nobody said, and minor where that is so. */
export function categoryLines(person: SceneEntity, context: ComposeContext): CitedText[] {
  const { scene, material } = context;
  const category = person.type.properties.find((property) => property.id === CATEGORY);
  const said = category === undefined ? [] : propertyLines(category, person.subject, scene, false);
  return [...(said.length > 0 ? said : [quiet(scene.words('categoryUnknown'))]), ...(isMinor(person, material.at) ? [plain(scene.words('minor'))] : [])];
}
