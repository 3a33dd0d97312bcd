import type { Types } from '../../case/types';
import { otherName, otherPropertyType } from '../../../shared/schema/otherProperty';
import type { PropertyType } from '../../../shared/schema/types';
import type { Language } from '../../../shared/values/kind';

/** A property of a type, or one that only the file names. */
export const propertyOf = (types: Types, type: string, id: string): PropertyType | undefined => types.property(type, id) ?? otherPropertyType(id);

/** What a mapped property is called: by its type, or as the file calls it. */
export const propertyName = (types: Types, type: string, id: string, language: Language): string => types.property(type, id)?.label[language] ?? otherName(id) ?? id;
