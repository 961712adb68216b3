/** What is left of ones and minus ones is whole; what is nearer to nothing than this is a rounding. */
const nearly = 1e-9;

/** A sum as two differing pasts would tell it; nothing where both agree. */
type Trace = readonly [number, number];

const isNothing = ([a, b]: Trace): boolean => Math.abs(a) < nearly && Math.abs(b) < nearly;
const areAlike = ([a, b]: Trace, [c, d]: Trace): boolean =>
  Math.abs(a * d - b * c) < nearly * Math.max(1, Math.abs(a * d));

/**
 * What somebody can work out who was shown sums of unknown numbers: every sum that the shown ones add up to. A secret is
 * a sum that must never be among them. The sums are kept reduced, each with an unknown of its own. Beside them stand two
 * arbitrary ways in which all unknowns could differ with every shown sum staying what it is: a sum that neither changes
 * is known, and a sum that both change as they change a secret would give that secret away.
 */
export class Knowledge {
  readonly #size: number;
  readonly #known: { readonly own: number; readonly sum: Float64Array }[] = [];
  readonly #placeOf: Int32Array;
  readonly #ways: readonly [Float64Array, Float64Array];
  #secrets: { readonly cells: readonly number[]; trace: Trace }[] = [];
  #work = 0;

  /** Begins with what is shown in any case; a secret that is given away by that alone is none. */
  constructor(size: number, shown: Iterable<readonly number[]>, secrets: Iterable<readonly number[]>) {
    this.#size = size;
    this.#placeOf = new Int32Array(size).fill(-1);
    this.#ways = [anyNumbers(size, 1), anyNumbers(size, 2)];
    for (const sum of shown) this.learn(sum);
    this.#secrets = [...secrets]
      .map(cells => ({ cells, trace: this.#traceOf(cells) }))
      .filter(({ trace }) => !isNothing(trace));
  }

  /** How much was done so far, in steps that are the same on every machine. */
  get work(): number {
    return this.#work;
  }

  /** Whether a secret could be worked out by whoever learned this sum. */
  betrays(cells: readonly number[]): boolean {
    const trace = this.#traceOf(cells);
    this.#work += cells.length;
    if (isNothing(trace)) return false;
    this.#work += this.#secrets.length;
    return this.#secrets.some(secret => areAlike(secret.trace, trace));
  }

  /** Takes in what was shown. */
  learn(cells: readonly number[]): void {
    if (isNothing(this.#traceOf(cells))) return;
    const sum = this.#rest(cells);
    const own = largest(sum);
    const first = sum[own] ?? 1;
    if (Math.abs(first) < nearly) return;
    for (let i = 0; i < this.#size; i++) sum[i] = clean((sum[i] ?? 0) / first);
    const [one, other] = this.#ways.map(way => -dot(sum, way)) as [number, number];
    this.#move(own, one, other);
    for (const known of this.#known) {
      const times = known.sum[own] ?? 0;
      if (!times) continue;
      this.#take(known.sum, sum, times);
      this.#move(known.own, -times * one, -times * other);
    }
    this.#placeOf[own] = this.#known.push({ own, sum }) - 1;
    for (const secret of this.#secrets) secret.trace = this.#traceOf(secret.cells);
    this.#work += this.#secrets.length * 2;
  }

  /** Tells of a sum whether it can be worked out; holds on to no more than it needs for that. */
  get knows(): (cells: readonly number[]) => boolean {
    const ways = this.#ways;
    return cells => isNothing(traceIn(ways, cells));
  }

  #traceOf(cells: readonly number[]): Trace {
    return traceIn(this.#ways, cells);
  }

  /** What of a sum is not known yet. */
  #rest(cells: readonly number[]): Float64Array {
    const rest = new Float64Array(this.#size);
    for (const cell of cells) rest[cell] = 1;
    for (const cell of cells) {
      const known = this.#known[this.#placeOf[cell] ?? -1];
      if (known) this.#take(rest, known.sum, 1);
    }
    return rest;
  }

  #take(target: Float64Array, sum: Float64Array, times: number): void {
    this.#work += this.#size;
    for (let i = 0; i < target.length; i++) {
      const by = sum[i] as number;
      if (by !== 0) target[i] = clean((target[i] as number) - times * by);
    }
  }

  #move(cell: number, one: number, other: number): void {
    const [a, b] = this.#ways;
    a[cell] = (a[cell] ?? 0) + one;
    b[cell] = (b[cell] ?? 0) + other;
  }
}

function traceIn([one, other]: readonly [Float64Array, Float64Array], cells: readonly number[]): Trace {
  let [a, b] = [0, 0];
  for (const cell of cells) {
    a += one[cell] ?? 0;
    b += other[cell] ?? 0;
  }
  return [a, b];
}

const clean = (value: number): number => (Math.abs(value) < nearly ? 0 : value);

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function largest(values: Float64Array): number {
  let [place, size] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const own = Math.abs(values[i] as number);
    if (own > size + nearly) [place, size] = [i, own];
  }
  return place;
}

/** Numbers between one and two without any pattern, the same every time. */
function anyNumbers(size: number, seed: number): Float64Array {
  let state = seed * 0x9e3779b9;
  return Float64Array.from({ length: size }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const low = Math.imul(mixed ^ (mixed >>> 13), 0x5bd1e995) >>> 0;
    return 1 + (((mixed ^ (mixed >>> 14)) >>> 0) + low / 4294967296) / 4294967296;
  });
}
