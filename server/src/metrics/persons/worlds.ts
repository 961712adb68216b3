import { differing, joined, length, over, shortest, shortened, type Way } from './ways.ts';

/** How many ways are tried together to find a possible one. */
const mostTried = 12;

/** Ways that differ from the truth, and for each secret the one that leaves it open. */
export interface Open {
  readonly ways: readonly Way[];
  readonly witnesses: readonly Way[];
}

/**
 * Proof that secrets stay secret: for each of them another world, in which every shown sum is what it is and the
 * secret is not. Numbers are whole and none is below nothing, so that not every way out that sums alone would leave is
 * one; a sum is shown only if such a world is left for every secret.
 */
export class Worlds {
  readonly #truth: readonly number[];
  readonly #secrets: (readonly number[])[];
  #open: Open;
  #work = 0;

  /** Begins with the totals of groups, in which anybody may stand for anybody; a secret that they give away is none. */
  constructor(
    truth: readonly number[],
    groups: Iterable<readonly number[]>,
    secrets: Iterable<readonly number[]>,
  ) {
    this.#truth = truth;
    const ways = [...groups].flatMap(group => {
      const [most = 0] = [...group].sort((a, b) => (truth[b] ?? 0) - (truth[a] ?? 0) || a - b);
      return group.filter(place => place !== most).map(place => differing([[place, 1], [most, -1]], truth)); // prettier-ignore
    });
    const open = [...secrets].flatMap(secret => {
      const witness = ways.find(way => over(way, secret));
      return witness ? [{ secret, witness }] : [];
    });
    this.#secrets = open.map(({ secret }) => secret);
    this.#open = { ways, witnesses: open.map(({ witness }) => witness) };
  }

  /** How much was done so far, in steps that are the same on every machine. */
  get work(): number {
    return this.#work;
  }

  /** What is left if a sum is shown too; undefined where some secret is not seen to stay open. */
  after(sum: readonly number[]): Open | undefined {
    const { ways, witnesses } = this.#open;
    this.#work += ways.length * sum.length;
    const changed = ways.filter(way => over(way, sum) !== 0);
    if (!changed.length) return this.#open;
    const pivot = shortest(changed, sum);
    const turn = over(pivot, sum);
    const gone = new Set(changed);
    const left = ways.filter(way => !gone.has(way));
    for (const way of changed) {
      if (way === pivot) continue;
      const turned = joined(way, turn, pivot, -over(way, sum), this.#truth);
      this.#work += this.#truth.length + left.length * 8;
      const short = shortened(turned, left, this.#truth);
      if (short.at.length) left.push(short);
    }
    const found: Way[] = [];
    for (const [i, secret] of this.#secrets.entries()) {
      const known = witnesses[i] as Way;
      const witness = gone.has(known) ? this.#witness(left, secret) : known;
      if (!witness) return undefined;
      found.push(witness);
    }
    return { ways: left, witnesses: found };
  }

  /** Takes in that the sum is shown. */
  accept(open: Open): void {
    this.#open = open;
  }

  /** Makes a secret of a sum that is not shown, if it can be kept: whoever finds it out knows what its hiding is for. */
  hide(sum: readonly number[]): void {
    const { ways, witnesses } = this.#open;
    this.#work += ways.length * sum.length;
    const witness = ways.find(way => way.possible && over(way, sum) !== 0);
    if (!witness) return;
    this.#secrets.push(sum);
    this.#open = { ways, witnesses: [...witnesses, witness] };
  }

  /** A possible way that changes a secret: one that there is, or two of them together, which is kept then. */
  #witness(ways: Way[], secret: readonly number[]): Way | undefined {
    this.#work += ways.length * secret.length;
    const changing = ways.filter(way => over(way, secret) !== 0);
    const one = changing.find(({ possible }) => possible);
    if (one) return one;
    for (const way of changing.sort((a, b) => length(a) - length(b)).slice(0, mostTried)) {
      const lacking = way.at.find(place => Math.abs(way.by[place] ?? 0) > (this.#truth[place] ?? 0)) ?? 0;
      const others = ways.filter(other => other !== way && other.by[lacking]).slice(0, mostTried);
      for (const other of others) {
        this.#work += 2 * this.#truth.length;
        const both = [1, -1]
          .map(sign => joined(way, 1, other, sign, this.#truth))
          .find(joint => joint.possible && over(joint, secret) !== 0);
        if (!both) continue;
        ways.push(both);
        return both;
      }
    }
    return undefined;
  }
}
