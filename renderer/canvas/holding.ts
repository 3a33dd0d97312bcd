interface Sent {
  readonly ids: ReadonlySet<string>;
  /** Journal number of the view on which the move was made: a later view has the answer in it. */
  readonly seq: number;
}

/**
 * Which items a gesture has in its hand. A view that was asked for before a move was written would put them back for a
 * moment; they stay where the hand left them until a later view comes or the move is refused.
 */
export class Holding {
  private inHand: ReadonlySet<string> = new Set();
  private readonly sentMoves = new Set<Sent>();

  hold(ids: readonly string[]): void {
    this.inHand = new Set(ids);
  }

  letGo(): void {
    this.inHand = new Set();
    this.sentMoves.clear();
  }

  /** The hand lets go of these; they wait for the view after `seq`. */
  sent(ids: readonly string[], seq: number): Sent {
    const sent = { ids: new Set(ids), seq };
    // Another gesture may have begun meanwhile.
    this.inHand = new Set([...this.inHand].filter((id) => !sent.ids.has(id)));
    this.sentMoves.add(sent);
    return sent;
  }

  refused(sent: Sent): void {
    this.sentMoves.delete(sent);
  }

  /** Items that a view with this journal number must not move. Moves that it answers are forgotten. */
  heldAt(seq: number): ReadonlySet<string> {
    const held = new Set(this.inHand);
    for (const sent of this.sentMoves) {
      if (seq > sent.seq) this.sentMoves.delete(sent);
      else for (const id of sent.ids) held.add(id);
    }
    return held;
  }
}
