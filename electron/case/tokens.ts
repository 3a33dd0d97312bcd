import { Failure } from '../../shared/contract/failure';

/** Files that main has allowed this case to read, by token: the page never sees a path. */
export class FileTokens {
  private readonly paths = new Map<string, string>();

  grant(token: string, path: string): void {
    this.paths.set(token, path);
  }

  /** Throws Failure tokenUnknown. */
  path(token: string): string {
    const path = this.paths.get(token);
    if (path === undefined) throw new Failure('tokenUnknown');
    return path;
  }
}
