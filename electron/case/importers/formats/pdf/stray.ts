/** What the reader calls its own errors. */
const OWN: ReadonlySet<string> = new Set(['ParserEOFException', 'MissingDataException', 'XRefEntryException', 'XRefParseException', 'InvalidPDFException', 'FormatError', 'AbortException', 'UnknownErrorException', 'JpxError', 'JpegError', 'Jbig2Error']);

/** True for an error of the reader's own that nobody waits for. */
export const isStray = (error: unknown): boolean => error instanceof Error && OWN.has(error.name);

function pass(error: unknown): void {
  if (isStray(error)) return;
  // Not the reader's: it ends the thread as it would without this listener.
  setImmediate(() => {
    throw error;
  });
}

let following = 0;

/**
 * Of a broken file the reader rejects promises that it does not itself wait for, and a rejection that nobody hears ends a thread, with all that could still
 * be read. Those of its own are heard from here until the returned function is called.
 */
export function hearStray(): () => void {
  following += 1;
  if (following === 1) process.on('unhandledRejection', pass);
  let heard = true;
  return () => {
    if (!heard) return;
    heard = false;
    following -= 1;
    // What was rejected in this turn is only reported after it.
    if (following === 0) setImmediate(() => {
      if (following === 0) process.off('unhandledRejection', pass);
    });
  };
}
