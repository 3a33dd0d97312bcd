import { z } from 'zod';
import { VALUE_KINDS } from '../values/kind';
import { FAMILIES, MARK_FORMS, MATCH_KINDS, MATCH_ROLES } from './types';

/** Validators of type and scheme data: files that ship with Knoop and types that users add to a case pass the same check. */
const localisedSchema = z.object({ nl: z.string().min(1), fr: z.string().min(1), de: z.string().min(1), en: z.string().min(1) });
const typeId = z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/);
const datesSchema = z.object({ start: z.string(), end: z.string().optional() });

export const propertyTypeSchema = z.object({
  id: typeId,
  kind: z.enum(VALUE_KINDS),
  label: localisedSchema,
  many: z.boolean().optional(),
  featured: z.boolean().optional(),
  identifier: z.string().optional(),
  match: z.enum(MATCH_ROLES).optional(),
  choices: z.record(z.string(), localisedSchema).optional(),
  marks: z.record(z.string(), z.object({ short: localisedSchema, form: z.enum(MARK_FORMS) })).optional(),
  headings: z.array(z.string()).optional(),
  side: z.object({ of: z.enum(['from', 'to']), other: z.string() }).optional(),
});

export const entityTypeSchema = z.object({
  id: typeId,
  label: localisedSchema,
  plural: localisedSchema,
  family: z.enum(FAMILIES),
  icon: z.string().min(1),
  extends: typeId.optional(),
  abstract: z.boolean().optional(),
  properties: z.array(propertyTypeSchema),
  caption: z.array(z.array(z.string()).min(1)),
  keyLine: z.array(z.string()),
  dates: datesSchema.optional(),
  coordinates: z.string().optional(),
  matchAs: z.enum(MATCH_KINDS).optional(),
  headings: z.array(z.string()).optional(),
});

export const linkTypeSchema = z.object({
  id: typeId,
  label: localisedSchema,
  reverse: localisedSchema,
  directed: z.boolean(),
  from: z.array(z.string()).min(1),
  to: z.array(z.string()).min(1),
  occurrence: z.boolean(),
  weighty: z.boolean().optional(),
  rowWords: z.array(z.string()).optional(),
  endLinks: z.array(z.string()).optional(),
  properties: z.array(propertyTypeSchema),
  dates: datesSchema.optional(),
  amount: z.string().optional(),
});

export const schemeSchema = z.object({
  id: z.string().min(1).max(64),
  use: z.enum(['grading', 'handling', 'marking']),
  label: localisedSchema,
  axes: z.array(z.object({ id: z.string(), label: localisedSchema, codes: z.array(z.object({ code: z.string(), label: localisedSchema, rank: z.number(), colour: z.string().regex(/^#[0-9A-Fa-f]{6}$/).optional(), permission: z.array(z.string()).optional(), formerly: z.array(z.string()).optional(), note: z.boolean().optional(), unmarked: z.boolean().optional() })).min(1) })).min(1),
  several: z.boolean().optional(),
  onPages: z.boolean().optional(),
});

export const catalogueDataSchema = z.object({ entityTypes: z.array(entityTypeSchema), linkTypes: z.array(linkTypeSchema), schemes: z.array(schemeSchema) });
