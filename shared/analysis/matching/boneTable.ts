import { soundCodes, soundMass } from './sounds';

/** Sounds that spellings and typing errors mix up, as one class; vowels and glides are in none. With what it costs that one is missing on the other side. */
const CLASSES: readonly (readonly [string, number])[] = [['bp', 0.9], ['fv', 0.4], ['tdTD', 0.9], ['szSZCqc', 0.8], ['kgxG', 0.6], ['mnN', 0.9], ['l', 0.9], ['r', 0.9], ['jJ', 0.2]];
const SIGNS = CLASSES.length + 1;
const CLASS_OF = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  const at = CLASSES.findIndex(([sounds]) => sounds.includes(sign));
  return at >= 0 ? at + 1 : /\d/.test(sign) ? (code % 8) + 1 : 0;
});
const MISSING = Float64Array.from([0, ...CLASSES.map(([, cost]) => cost)]);
/** Classes that have sounds which are written for one another, by their places in the list above. */
const CROSSING: readonly (readonly [number, number, number])[] = [[1, 2, 0.35], [3, 4, 0.3], [4, 5, 0.3], [5, 8, 0.4], [7, 8, 0.7], [4, 9, 0.2], [5, 9, 0.3]];
const EXCHANGE = Float64Array.from({ length: SIGNS * SIGNS }, (_, at) => {
  const [a, b] = [Math.floor(at / SIGNS), at % SIGNS];
  if (a === b) return 0;
  return CROSSING.find(([x, y]) => (x === a && y === b) || (x === b && y === a))?.[2] ?? 1;
});

const MOST_BONES = 15;

/** Bones by class: the first byte is how many there are. */
function bonesOf(codes: ArrayLike<number>): Uint8Array {
  const bones = new Uint8Array(MOST_BONES + 1);
  let many = 0;
  for (let at = 0; at < codes.length && many < MOST_BONES; at += 1) {
    const found = CLASS_OF[codes[at] ?? 0] ?? 0;
    if (found === 0) continue;
    many += 1;
    bones[many] = found;
  }
  bones[0] = many;
  return bones;
}

/** A row of sounds by its bones, as text: equal for what has the same consonants by class. */
export function bonesText(sounds: string): string {
  const bones = bonesOf(soundCodes(sounds));
  return String.fromCharCode(...bones.subarray(1, 1 + (bones[0] ?? 0)).map((bone) => 96 + bone));
}

/** Which classes there are once and twice. */
function countsOf(bones: Uint8Array): number {
  let counts = 0;
  for (let at = 1; at <= (bones[0] ?? 0); at += 1) {
    const once = 1 << ((bones[at] ?? 1) - 1);
    counts |= (counts & once) !== 0 ? once << CLASSES.length : once;
  }
  return counts;
}

/** Which classes follow which, from the start to the end, folded into 32 bits. */
function orderOf(bones: Uint8Array): number {
  let [order, before] = [0, 0];
  for (let at = 1; at <= (bones[0] ?? 0); at += 1) {
    const found = bones[at] ?? 0;
    order |= 1 << ((before * 7 + found * 3) % 32);
    before = found;
  }
  return order | (1 << ((before * 7) % 32));
}

/** One class more changes one bit of the counts and three of the order, one for another two and four: as many bones may differ. */
const bitsAllowed = (many: number): readonly [number, number] => (many >= 6 ? [4, 8] : [3, 6]);

function bitsIn(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function grown<T extends Uint8Array | Uint32Array | Float64Array>(values: T, length: number): T {
  if (length <= values.length) return values;
  const larger = new (values.constructor as new (length: number) => T)(Math.max(length, values.length * 2));
  larger.set(values);
  return larger;
}

/**
 * Forms of words by their bones: their consonants by class. Hundreds of thousands of words have some ten thousand bones; all of these are gone through, with bit
 * signatures first (as in Cislak and Grabowski, "Lightweight fingerprints for fast approximate keyword matching", 2017), then an edit distance of a few steps.
 */
export class BoneTable {
  private readonly byBones = new Map<string, number>();
  private readonly forms: number[][] = [];
  private counts = new Uint32Array(1 << 10);
  private orders = new Uint32Array(1 << 10);
  private bones = new Uint8Array(1 << 14);
  /** The greatest that any form of the bones tells. */
  private masses = new Float64Array(1 << 10);
  private row = new Float64Array(MOST_BONES + 1);
  private next = new Float64Array(MOST_BONES + 1);

  /** Enters a form by its coded sounds. */
  enter(codes: ArrayLike<number>, form: number): void {
    const bones = bonesOf(codes);
    const key = String.fromCharCode(...bones.subarray(1, 1 + (bones[0] ?? 0)));
    const mass = soundMass(codes, 0, codes.length);
    const known = this.byBones.get(key);
    if (known !== undefined) {
      this.forms[known]?.push(form);
      this.masses[known] = Math.max(this.masses[known] ?? 0, mass);
      return;
    }
    const at = this.forms.length;
    this.counts = grown(this.counts, at + 1);
    this.orders = grown(this.orders, at + 1);
    this.masses = grown(this.masses, at + 1);
    this.bones = grown(this.bones, (at + 1) * (MOST_BONES + 1));
    this.counts[at] = countsOf(bones);
    this.orders[at] = orderOf(bones);
    this.masses[at] = mass;
    this.bones.set(bones, at * (MOST_BONES + 1));
    this.byBones.set(key, at);
    this.forms.push([form]);
  }

  /** The forms that may be at least so like the coded sounds, by bones. */
  near(codes: ArrayLike<number>, least: number): readonly (readonly number[])[] {
    const own = bonesOf(codes);
    const [ownCounts, ownOrder, mass] = [countsOf(own), orderOf(own), soundMass(codes, 0, codes.length)];
    const [mostCounts, mostOrder] = bitsAllowed(own[0] ?? 0);
    const { counts, orders, masses, forms } = this;
    const found: (readonly number[])[] = [];
    for (let at = 0; at < forms.length; at += 1) {
      if (bitsIn((counts[at] ?? 0) ^ ownCounts) > mostCounts || bitsIn((orders[at] ?? 0) ^ ownOrder) > mostOrder) continue;
      if (this.within(own, at * (MOST_BONES + 1), ((1 - least) * (mass + (masses[at] ?? 0))) / 2)) found.push(forms[at] ?? []);
    }
    return found;
  }

  private within(a: Uint8Array, from: number, most: number): boolean {
    let { row, next } = this;
    const { bones } = this;
    const [n, m] = [a[0] ?? 0, bones[from] ?? 0];
    row[0] = 0;
    for (let j = 1; j <= m; j += 1) row[j] = (row[j - 1] ?? 0) + (MISSING[bones[from + j] ?? 0] ?? 1);
    for (let i = 1; i <= n; i += 1) {
      const own = a[i] ?? 0;
      const gone = MISSING[own] ?? 1;
      let before = (row[0] ?? 0) + gone;
      let lowest = before;
      next[0] = before;
      for (let j = 1; j <= m; j += 1) {
        const other = bones[from + j] ?? 0;
        let cost = (row[j - 1] ?? 0) + (EXCHANGE[own * SIGNS + other] ?? 1);
        const above = (row[j] ?? 0) + gone;
        if (above < cost) cost = above;
        const beside = before + (MISSING[other] ?? 1);
        if (beside < cost) cost = beside;
        next[j] = cost;
        before = cost;
        if (cost < lowest) lowest = cost;
      }
      if (lowest > most) return false;
      [row, next] = [next, row];
    }
    return (row[m] ?? 0) <= most;
  }
}
