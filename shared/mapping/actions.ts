import { RE2JS } from 're2js';
import { z } from 'zod';

const pattern = z.string().min(1).max(500);

/**
 * One step between what stands in a cell and what is read as a value. Patterns are RE2: they take time in proportion to the text, whatever
 * somebody writes.
 */
export const columnActionSchema = z.discriminatedUnion('do', [
  /** One piece of the text between dividers: 1 the first, -1 the last. Blank where there are not so many. */
  z.object({ do: z.literal('piece'), by: z.string().min(1).max(10), at: z.number().int().min(-100).max(100) }),
  /** What the pattern finds first: its group, or all of it with group 0. Blank where it finds nothing. */
  z.object({ do: z.literal('extract'), pattern, group: z.number().int().min(0).max(20) }),
  /** Everything the pattern finds, replaced by a text; "$1" stands for the first group. */
  z.object({ do: z.literal('replace'), pattern, by: z.string().max(500) }),
  /** The text that a list gives for it, no matter the case. What the list does not have stays, or is left out. */
  z.object({ do: z.literal('lookUp'), table: z.record(z.string().max(500), z.string().max(2000)), others: z.enum(['keep', 'drop']) }),
  /** A text for blank cells. */
  z.object({ do: z.literal('default'), text: z.string().max(2000) }),
  z.object({ do: z.literal('case'), to: z.enum(['upper', 'lower']) }),
]);
export type ColumnAction = z.infer<typeof columnActionSchema>;

/** Numbers of steps that one property may have. */
export const MOST_ACTIONS = 20;
export const columnActionsSchema = z.array(columnActionSchema).max(MOST_ACTIONS);

type Step = (text: string) => string;

function compiledPattern(source: string): RE2JS | null {
  try {
    return RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
  } catch {
    return null;
  }
}

/** True when the pattern can be used. */
export const isPattern = (source: string): boolean => compiledPattern(source) !== null;

function step(action: ColumnAction): Step | null {
  switch (action.do) {
    case 'piece':
      return (text) => text.split(action.by).at(action.at > 0 ? action.at - 1 : action.at)?.trim() ?? '';
    case 'extract': {
      const compiled = compiledPattern(action.pattern);
      if (compiled === null || action.group > compiled.groupCount()) return null;
      return (text) => {
        const found = compiled.matcher(text);
        return found.find() ? (found.group(action.group) ?? '') : '';
      };
    }
    case 'replace': {
      const compiled = compiledPattern(action.pattern);
      return compiled === null ? null : (text) => compiled.matcher(text).replaceAll(action.by);
    }
    case 'lookUp': {
      const table = new Map(Object.entries(action.table).map(([from, to]) => [from.trim().toLowerCase(), to]));
      return (text) => table.get(text.trim().toLowerCase()) ?? (action.others === 'keep' ? text : '');
    }
    case 'default':
      return (text) => (text.trim() === '' ? action.text : text);
    case 'case':
      return (text) => (action.to === 'upper' ? text.toUpperCase() : text.toLowerCase());
  }
}

/** The actions as one step, in their order; null when a pattern is not valid, or has no such group. Never throws on any text. */
export function compileActions(actions: readonly ColumnAction[]): Step | null {
  const steps: Step[] = [];
  for (const action of actions) {
    const compiled = step(action);
    if (compiled === null) return null;
    steps.push(compiled);
  }
  return (text) => {
    let out = text;
    for (const each of steps) {
      try {
        out = each(out);
      } catch {
        // Whatever a pattern cannot do to a text leaves it as it was.
      }
    }
    return out;
  };
}
