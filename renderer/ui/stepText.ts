import type { TFunction } from 'i18next';

/** The part of a journal entry that tells what it is. */
export interface Step {
  readonly command: string;
  readonly kind?: string;
  readonly refers?: number | null;
  readonly label: Readonly<Record<string, string | number>>;
}

/** A step in words: "12 items moved". Counts and type ids fill its sentence; type ids are shown by their names. */
export function stepText(t: TFunction, step: Step, nameOf: (type: string) => string): string {
  const values: Record<string, string | number> = { count: 1, ...step.label };
  if (typeof values['type'] === 'string') values['type'] = nameOf(values['type']);
  const command = step.command.replaceAll('.', '_');
  const text = t(`commands:${command}`, { ...values, defaultValue: step.command });
  if (step.kind === 'undo' || step.kind === 'redo') return t(`commands:${step.kind}`, { step: text, seq: step.refers ?? 0 });
  return text;
}
