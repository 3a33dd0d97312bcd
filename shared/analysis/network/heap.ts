/** Nodes waiting by distance, nearest first: a binary heap over typed arrays, in which a node stands at most once and can be moved nearer. */
export class NearestFirst {
  private readonly nodes: Uint32Array;
  private readonly places: Int32Array;
  private readonly distances: Float64Array;
  private size = 0;

  constructor(n: number) {
    this.nodes = new Uint32Array(n);
    this.places = new Int32Array(n).fill(-1);
    this.distances = new Float64Array(n);
  }

  get empty(): boolean {
    return this.size === 0;
  }

  /** Puts a node in, or moves it nearer; a farther distance than it has changes nothing. */
  put(node: number, distance: number): void {
    let at = this.places[node]!;
    if (at < 0) {
      at = this.size;
      this.size += 1;
    } else if (distance >= this.distances[node]!) return;
    this.distances[node] = distance;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = this.nodes[above]!;
      if (this.distances[other]! <= distance) break;
      this.nodes[at] = other;
      this.places[other] = at;
      at = above;
    }
    this.nodes[at] = node;
    this.places[node] = at;
  }

  /** Takes the nearest node out; -1 where none waits. */
  take(): number {
    if (this.size === 0) return -1;
    const nearest = this.nodes[0]!;
    this.places[nearest] = -1;
    this.size -= 1;
    if (this.size > 0) this.sink(this.nodes[this.size]!);
    return nearest;
  }

  private sink(node: number): void {
    const distance = this.distances[node]!;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.size) break;
      if (below + 1 < this.size && this.distances[this.nodes[below + 1]!]! < this.distances[this.nodes[below]!]!) below += 1;
      const other = this.nodes[below]!;
      if (this.distances[other]! >= distance) break;
      this.nodes[at] = other;
      this.places[other] = at;
      at = below;
    }
    this.nodes[at] = node;
    this.places[node] = at;
  }

  clear(): void {
    for (let at = 0; at < this.size; at += 1) this.places[this.nodes[at]!] = -1;
    this.size = 0;
  }
}
