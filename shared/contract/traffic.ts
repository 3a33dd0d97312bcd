import { z } from 'zod';
import { idSchema } from '../model/ids';
import { request } from './definition';
import { networkScopeSchema } from './network';

/** What all questions about calls and payments share. Of a chart: what runs between entities that it shows; of entities: all that any of them has a part in. */
const asking = {
  job: z.string().min(1).max(100),
  scope: networkScopeSchema,
  /** Dates or times as values have them; `until` is counted in. What has no date, or one too vague to tell, does not count then. */
  from: z.string().optional(),
  until: z.string().optional(),
};

/** Of what an answer was made and what was left out: kept with it as its method. */
export const trafficToldSchema = z.object({
  /** Calls, messages or payments that were looked at. */
  counted: z.number(),
  /** Without any date; with one too vague for the period; with a date but without a time. */
  undated: z.number(),
  vague: z.number(),
  dateOnly: z.number(),
  /** Payments without an amount that can be read. */
  withoutAmount: z.number(),
  /** Reversed bookings: amounts of 0 or less, kept as they are. Their links, the first of them. */
  reversed: z.number(),
  reversedLinks: z.array(idSchema),
  /** Payments by currency that were looked at: never added up together. */
  currencies: z.array(z.object({ currency: z.string(), count: z.number() })),
  /** Payments were put in order by day, since some have no time. */
  byDay: z.boolean(),
  /** More was found than is given. */
  found: z.number(),
  /** False: the search ended before all was looked at. */
  complete: z.boolean(),
  seq: z.number(),
});
export type TrafficTold = z.infer<typeof trafficToldSchema>;

/** Milliseconds since 1970; null where there is none. */
const moment = z.number().nullable();
const contact = z.object({ count: z.number(), out: z.number(), first: moment, last: moment });
export type ContactView = z.infer<typeof contact>;

/** One call, message or payment as a result names it. `start` as the case has it; `amount` "1234.50 EUR". */
export const dealingSchema = z.object({ link: idSchema, type: z.string(), from: idSchema, to: idSchema, start: z.string().nullable(), amount: z.string().nullable() });
export type DealingView = z.infer<typeof dealingSchema>;

const most = z.number().int().min(1).max(5000).default(200);
const days = z.number().positive().max(36_500);
const currency = z.string().regex(/^[A-Z]{3}$/).optional();
/** Of a result with many payments, so many are named. */
const dealings = z.array(dealingSchema);

export const TRAFFIC_KINDS = ['calls', 'payments'] as const;
export const ZONES = ['brussels', 'utc'] as const;

/** Requests of the case about calls, messages and payments: a part of caseService. Which links are such their types say. Entities follow the judgements as the port does; amounts are exact, "1234.50 EUR". Cancelled by case.cancel. */
export const trafficRequests = {
  /** Whom several parties deal with; for a party without calls of its own (a person) what is lastingly linked to it and has some counts as well. */
  'case.commonContacts': request(z.object({ ...asking, ids: z.array(idSchema).min(2).max(50), least: z.number().int().min(1).max(50).default(2), most }), z.object({
    told: trafficToldSchema, parties: z.array(idSchema),
    rows: z.array(z.object({ entity: idSchema, shared: z.number(), by: z.array(contact.nullable()) })),
  })),
  /** Contacts of one party before and from a moment on. */
  'case.changedContacts': request(z.object({ ...asking, id: idSchema, at: z.string() }), z.object({
    told: trafficToldSchema, parties: z.array(idSchema),
    appeared: z.array(contact.extend({ entity: idSchema })), dropped: z.array(contact.extend({ entity: idSchema })), kept: z.array(z.object({ entity: idSchema, before: contact, after: contact })),
  })),
  /** Phones that seem to have taken one another's place, the likeliest first. `gap`: days from the last of the old to the first of the next, below 0 where they overlap. */
  'case.replacements': request(z.object({ ...asking, least: z.number().int().min(1).max(1000).default(2), gap: days.default(60), overlap: days.default(7), score: z.number().min(0).max(1).default(0.3), most }), z.object({
    told: trafficToldSchema,
    rows: z.array(z.object({ old: idSchema, next: idSchema, score: z.number(), shared: z.array(idSchema), contacts: z.tuple([z.number(), z.number()]), gap: z.number(), lastOld: z.number(), firstNext: z.number() })),
  })),
  /** Times in which a party that was active was not; `until` null: it never came back. */
  'case.silences': request(z.object({ ...asking, least: days.default(3), times: z.number().min(1).max(1000).default(5), happenings: z.number().int().min(2).max(10_000).default(10), most }), z.object({
    told: trafficToldSchema, rows: z.array(z.object({ entity: idSchema, from: z.number(), until: moment, times: z.number() })),
  })),
  /** A deals with B, and within minutes B with C. */
  'case.relays': request(z.object({ ...asking, minutes: z.number().positive().max(1440).default(10), least: z.number().int().min(1).max(1000).default(3), most }), z.object({
    told: trafficToldSchema, rows: z.array(z.object({ parties: z.tuple([idSchema, idSchema, idSchema]), count: z.number(), share: z.number(), examples: z.array(z.tuple([dealingSchema, dealingSchema])) })),
  })),
  /** Calls that are probably one, told by the operators of both ends. */
  'case.doubles': request(z.object({ ...asking, apart: z.number().min(0).max(3600).default(5), length: z.number().min(0).max(3600).default(3), most }), z.object({ told: trafficToldSchema, rows: z.array(z.object({ dealings })) })),
  /** How much happens at which hour of which weekday: counts[weekday][hour], Monday first. With a cell, its links and entities. */
  'case.rhythm': request(z.object({ ...asking, of: z.enum(TRAFFIC_KINDS).default('calls'), zone: z.enum(ZONES).default('brussels'), cell: z.object({ weekday: z.number().int().min(0).max(6), hour: z.number().int().min(0).max(23) }).optional(), most }), z.object({
    told: trafficToldSchema, counts: z.array(z.array(z.number())), dealings, entities: z.array(idSchema),
  })),
  /** What went in and out by account and currency, those that moved most first; by month of Belgian time. */
  'case.moneyTotals': request(z.object({ ...asking, currency, most }), z.object({
    told: trafficToldSchema,
    rows: z.array(z.object({ entity: idSchema, currency: z.string(), in: z.string(), out: z.string(), net: z.string(), countIn: z.number(), countOut: z.number(), months: z.array(z.object({ month: z.string(), in: z.string(), out: z.string(), net: z.string() })) })),
  })),
  /** Money that may have gone on over several accounts; `round`: that came back to where it began. `stay`: longest on one account. */
  'case.flows': request(z.object({ ...asking, currency, round: z.boolean().default(false), accounts: z.number().int().min(2).max(8).default(4), stay: days.default(3), share: z.number().min(0.05).max(1).default(0.7), least: z.number().min(0).default(0), most }), z.object({
    told: trafficToldSchema, rows: z.array(z.object({ accounts: z.array(idSchema), dealings, carried: z.string(), share: z.number(), days: z.number() })),
  })),
  /** Sums that stay under a limit and together go beyond it. `floor`: share of the limit from which a sum looks chosen. */
  'case.structuring': request(z.object({ ...asking, currency, limit: z.number().positive().default(10_000), floor: z.number().min(0).max(1).default(0.5), within: days.default(10), least: z.number().int().min(2).max(1000).default(3), most }), z.object({
    told: trafficToldSchema, rows: z.array(z.object({ entity: idSchema, side: z.enum(['in', 'out']), count: z.number(), sum: z.string(), others: z.array(idSchema), first: moment, last: moment, dealings })),
  })),
  /** Accounts in which much comes together, or out of which much spreads. */
  'case.fans': request(z.object({ ...asking, currency, others: z.number().int().min(2).max(10_000).default(5), within: days.default(30), most }), z.object({
    told: trafficToldSchema, rows: z.array(z.object({ entity: idSchema, side: z.enum(['in', 'out']), count: z.number(), sum: z.string(), passed: z.number(), others: z.array(idSchema), first: moment, last: moment, dealings })),
  })),
} as const;
