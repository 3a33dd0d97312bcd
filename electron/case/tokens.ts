import { Failure } from '../../shared/contract/failure';

/** How long a request waits for the grant of its file (milliseconds): grants and requests come over different channels, and the request may be first. */
const GRANT_PATIENCE = 2000;

/** Files that main has allowed this case to read, by token: the page never sees a path. */
export class FileTokens {
  private readonly paths = new Map<string, string>();
  private readonly waiting = new Map<string, Set<() => void>>();

  grant(token: string, path: string): void {
    this.paths.set(token, path);
    for (const wake of this.waiting.get(token) ?? []) wake();
    this.waiting.delete(token);
  }

  /** Resolves once the token is granted. Rejects with Failure tokenUnknown when it is not. */
  async path(token: string): Promise<string> {
    const known = this.paths.get(token);
    if (known !== undefined) return known;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, GRANT_PATIENCE);
      const wakes = this.waiting.get(token) ?? new Set();
      this.waiting.set(token, wakes.add(() => {
        clearTimeout(timer);
        resolve();
      }));
    });
    const path = this.paths.get(token);
    if (path === undefined) throw new Failure('tokenUnknown');
    return path;
  }
}
