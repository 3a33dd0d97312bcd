/** A piece of a long text keeps all of the text alive; this is a copy that stands alone. */
const alone = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));

const LONGEST_NAME = 80;

/** What has to be remembered of every node while edges are read: its type, and its name where that differs from its id. */
export class Known {
  private readonly types: string[] = [];
  private readonly byId = new Map<string, number>();
  private readonly names = new Map<string, string>();

  typeOf(id: string): string | undefined {
    const at = this.byId.get(id);
    return at === undefined ? undefined : this.types[at];
  }

  nameOf(id: string): string | undefined {
    return this.names.get(id);
  }

  tell(id: string, type: string, name: string | null): void {
    let at = this.types.indexOf(type);
    if (at < 0) at = this.types.push(type) - 1;
    if (!this.byId.has(id)) this.byId.set(alone(id), at);
    if (name !== null && name !== id && name.length <= LONGEST_NAME && !this.names.has(id)) this.names.set(alone(id), alone(name));
  }
}
