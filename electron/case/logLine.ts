/**
 * An error as the log may hold it: its kind, its code and where in the program it arose. Never its message, which may quote the case.
 */
export function logLine(error: unknown, during: string): string {
  if (!(error instanceof Error)) return `${during}: ${typeof error}`;
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12);
  const cause = error.cause instanceof Error ? [`  caused by ${error.cause.name}${'code' in error.cause ? ` ${String(error.cause.code)}` : ''}`] : [];
  return [`${during}: ${error.name}${code}`, ...frames, ...cause].join('\n');
}
