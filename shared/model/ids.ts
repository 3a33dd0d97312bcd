import { z } from 'zod';

/** Ids are UUIDv7, so that two cases can be united without clashes and ids sort by the time they were made. */
export const idSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
export type Id = string;

export const SUBJECT_KINDS = ['entity', 'link'] as const;
export const subjectKindSchema = z.enum(SUBJECT_KINDS);
export type SubjectKind = (typeof SUBJECT_KINDS)[number];
