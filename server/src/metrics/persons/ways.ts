/** A way in which unknown numbers could differ from the truth, each by a whole number. */
export interface Way {
  readonly by: Int32Array;
  /** The places of those that differ. */
  readonly at: readonly number[];
  /** Whether a world that differs so, or just the other way round, has no number below nothing. */
  readonly possible: boolean;
}

/** A way by the places that differ. */
export function differing(
  changes: readonly (readonly [place: number, by: number])[],
  truth: readonly number[],
): Way {
  const by = new Int32Array(truth.length);
  for (const [place, value] of changes) by[place] = value;
  return judged(by, truth);
}

/** Two ways together, each some times over; made as small as whole numbers allow. */
export function joined(
  one: Way,
  times: number,
  other: Way,
  otherTimes: number,
  truth: readonly number[],
): Way {
  const by = new Int32Array(truth.length);
  for (const place of one.at) by[place] = (one.by[place] as number) * times;
  for (const place of other.at) by[place] = (by[place] as number) + (other.by[place] as number) * otherTimes;
  return judged(by, truth);
}

function judged(by: Int32Array, truth: readonly number[]): Way {
  const at: number[] = [];
  let divisor = 0;
  for (let place = 0; place < by.length; place++) {
    if (by[place] === 0) continue;
    at.push(place);
    divisor = common(divisor, Math.abs(by[place] as number));
  }
  if (divisor > 1) for (const place of at) by[place] = (by[place] as number) / divisor;
  const fits = (sign: number): boolean =>
    at.every(place => (truth[place] ?? 0) + sign * (by[place] as number) >= 0);
  return { by, at, possible: fits(1) || fits(-1) };
}

/** By how much a way changes a sum. */
export function over({ by }: Way, sum: readonly number[]): number {
  let all = 0;
  for (const place of sum) all += by[place] as number;
  return all;
}

/** The square of its length. */
export function length({ at, by }: Way): number {
  let all = 0;
  for (const place of at) all += (by[place] as number) ** 2;
  return all;
}

/** A way less others as long as that makes it shorter: the shorter it is, the sooner is it possible. */
export function shortened(way: Way, others: readonly Way[], truth: readonly number[]): Way {
  let short = way;
  for (const other of others) {
    let product = 0;
    const [few, many] = short.at.length < other.at.length ? [short, other] : [other, short];
    for (const place of few.at) product += (few.by[place] as number) * (many.by[place] as number);
    if (product === 0) continue;
    const times = Math.round(product / length(other));
    if (times !== 0) short = joined(short, 1, other, -times, truth);
  }
  return short;
}

/** The way to give up: it must turn the sum by as little as possible, and concern few. */
export function shortest(ways: readonly Way[], sum: readonly number[]): Way {
  const cost = (way: Way): number => Math.abs(over(way, sum)) * way.by.length + way.at.length;
  return ways
    .map(way => ({ way, cost: cost(way) }))
    .reduce((best, one) => (one.cost < best.cost ? one : best)).way;
}

function common(a: number, b: number): number {
  return b === 0 ? a : common(b, a % b);
}
