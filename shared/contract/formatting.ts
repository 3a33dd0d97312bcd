import { z } from 'zod';
import { formattingRulesSchema } from '../model/formatting';
import { request } from './definition';

/** Requests of the case about how its charts are drawn: a part of caseService. */
export const formattingRequests = {
  /** Rules in their order; those that this version cannot read are left out. */
  'case.formatting': request(z.object({}), z.object({ rules: formattingRulesSchema })),
} as const;
