import { PURPOSES } from '../model/recipient';
import { buildCatalogue } from '../schema/catalogue';
import type { Scheme, SchemeCode } from '../schema/types';
import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { put, remove } from './image';
import { Refusal } from './refusal';

const codesOf = (scheme: Scheme): readonly string[] => scheme.axes.flatMap((axis) => axis.codes.map(({ code }) => `${axis.id} ${code}`));

/** What is wrong with a scheme beyond its shape: a word for where, null when nothing is. */
function faultOf(scheme: Scheme): string | null {
  const codes = scheme.axes.flatMap((axis) => axis.codes);
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(scheme.id)) return scheme.id;
  // A scheme of several codes with one rank for all cannot say which is the stricter.
  if (scheme.axes.some((axis) => new Set(axis.codes.map(({ rank }) => rank)).size < axis.codes.length)) return scheme.axes.find((axis) => new Set(axis.codes.map(({ rank }) => rank)).size < axis.codes.length)?.id ?? scheme.id;
  const odd = codes.find(({ code, rank, permission, unmarked }) => code.trim() !== code || code === '' || code.length > 32 || !Number.isFinite(rank) || unmarked === true || (permission ?? []).some((purpose) => !PURPOSES.some((each) => each === purpose)));
  return odd?.code ?? null;
}

/** A code asks less than it did: leave for a purpose, or conditions in words; or, where who may see it goes by the highest that they may see, to be stricter than another. */
function asksLess(axis: Scheme['axes'][number], use: Scheme['use'], old: SchemeCode, now: SchemeCode, after: readonly SchemeCode[]): boolean {
  if ((old.permission ?? []).some((purpose) => now.permission?.includes(purpose) !== true) || (old.note === true && now.note !== true)) return true;
  return use === 'marking' && axis.codes.some((other) => other.rank < old.rank && (after.find(({ code }) => code === other.code)?.rank ?? -Infinity) > now.rank);
}

/** Whether what carries the scheme's codes would be less protected afterwards: that lowers codes, whoever asked for them. */
function isWeaker(before: Scheme, after: Scheme): boolean {
  if (before.onPages === true && after.onPages !== true) return true;
  return before.axes.some((axis) => {
    const codes = after.axes.find(({ id }) => id === axis.id)?.codes ?? [];
    return axis.codes.some((old) => {
      const now = codes.find(({ code }) => code === old.code);
      return now !== undefined && asksLess(axis, before.use, old, now, codes);
    });
  });
}

/**
 * Adds a scheme that a service wrote itself, or changes one. Schemes that come with Knoop stay as they are; codes that statements carry stay in their scheme, and go
 * on asking for all that they asked for.
 * Throws Refusal schemeInvalid, schemeInUse.
 */
export function planSchemePut({ reader, catalogue }: PlanContext, given: CommandArguments<'scheme.put'>): Plan {
  const scheme = given as Scheme;
  const before = reader.row('user_scheme', scheme.id) as Scheme | null;
  if (before === null && catalogue.scheme(scheme.id) !== undefined) throw new Refusal('schemeInvalid', { where: scheme.id });
  const fault = faultOf(scheme);
  if (fault !== null) throw new Refusal('schemeInvalid', { where: fault });
  try {
    buildCatalogue({ entityTypes: catalogue.entityTypes, linkTypes: catalogue.linkTypes, schemes: [...catalogue.schemes.filter((each) => each.id !== scheme.id), scheme] });
  } catch {
    throw new Refusal('schemeInvalid', { where: scheme.id });
  }
  const kept = new Set(codesOf(scheme));
  const loses = before !== null && (before.use !== scheme.use || codesOf(before).some((code) => !kept.has(code)) || (before.use !== 'grading' && isWeaker(before, scheme)));
  if (loses && reader.usesScheme(scheme.id)) throw new Refusal('schemeInUse');
  return { patch: { add: {}, retract: {}, images: [put(reader, 'user_scheme', [scheme.id], scheme)] }, label: { codes: kept.size } };
}

/** Removes a scheme of the service's own; nothing happens when it is gone already. Throws Refusal schemeInUse. */
export function planSchemeDelete({ reader }: PlanContext, { id }: CommandArguments<'scheme.delete'>): Plan {
  if (reader.row('user_scheme', id) === null) return { patch: { add: {}, retract: {}, images: [] }, label: {} };
  if (reader.usesScheme(id)) throw new Refusal('schemeInUse');
  return { patch: { add: {}, retract: {}, images: [remove(reader, 'user_scheme', [id])] }, label: {} };
}
