import type { TFunction } from 'i18next';

/** The part of a journal entry that tells what it is. */
export interface Step {
  readonly command: string;
  readonly kind?: string;
  readonly refers?: number | null;
  readonly label: Readonly<Record<string, string | number>>;
}

/** Sentences that depend on more than the command: layouts are moves that one command of many makes, pinning and putting aside go both ways, and data leave as briefings do. */
function sentenceOf({ command, label }: Step): string {
  if (label['layout'] !== undefined) return 'chart_layout';
  if (label['format'] !== undefined) return `${command}_data`.replaceAll('.', '_');
  if (label['recipe'] !== undefined) return `${command}_recipe`.replaceAll('.', '_');
  if (Number(label['lowered'] ?? 0) > 0 && label['sources'] !== undefined) return 'statements_evaluate_lowered';
  if (Number(label['sources'] ?? 0) > 0 && label['statements'] === 0) return 'statements_evaluate_source';
  return (label['pinned'] === 0 || label['dismissed'] === 0 ? `${command}Off` : command).replaceAll('.', '_');
}

/** A step in words: "12 items moved". Counts and type ids fill its sentence; type ids are shown by their names. */
export function stepText(t: TFunction, step: Step, nameOf: (type: string) => string): string {
  const { label } = step;
  const values: Record<string, string | number> = { ...label, count: Number(label['items'] ?? label['statements'] ?? label['entities'] ?? 1) };
  if (typeof label['type'] === 'string') values['type'] = nameOf(label['type']);
  if (typeof label['layout'] === 'string') values['layout'] = t(`canvas:layout.${label['layout']}`);
  if (typeof label['format'] === 'string') values['format'] = label['format'].toUpperCase();
  // The name of a file that was erased is gone with it.
  if (step.command === 'import.run' && values['file'] === undefined) values['file'] = t('commands:erasedFile');
  if (step.command === 'case.trafficAsked') values['question'] = t(`traffic:asked.${String(label['question'])}`);
  if (step.command === 'case.networkAsked') values['question'] = t(`network:noted.${String(label['question'])}`);
  if (step.command === 'case.reasonGiven') values['code'] = t(`reason:codes.${String(label['code'])}`);
  const text = t(`commands:${sentenceOf(step)}`, { ...values, defaultValue: step.command });
  return step.kind === 'undo' || step.kind === 'redo' ? t(`commands:${step.kind}`, { step: text, seq: step.refers ?? 0 }) : text;
}
