import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';

/**
 * Notes that something unforeseen happened. Only the kind of error and where in Knoop's own code: messages may quote what a user typed,
 * and logs must hold no case content.
 */
export function logProblem(error: unknown, where: string): void {
  const kind = error instanceof Error ? error.name : typeof error;
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 6).map((line) => line.trim().replace(/\(?(?:file:\/\/)?[^()\s]*[\\/]/g, '(')) : [];
  const line = `${new Date().toISOString()} ${where} ${kind} ${frames.join(' | ')}\n`;
  if (!app.isPackaged) process.stderr.write(`${line}${error instanceof Error ? `${error.message}\n` : ''}`);
  try {
    appendFileSync(path.join(app.getPath('userData'), 'problems.log'), line, { mode: 0o600 });
  } catch {
    // A log that cannot be written must not become a second problem.
  }
}
