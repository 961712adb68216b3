import type { Plan } from './plan.ts';
import type { Statement } from './statement.ts';

/** A statement as it is sent, and how its answer is read. */
export interface Prepared<Written> {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly codeSets: ReadonlyMap<string, number>;
  readonly written: Written;
}

/** How many states of one plan are kept: pages of a list come and go, the home page stays. */
const mostStates = 20;
/** A longer state, such as a list of a thousand codes, seldom comes again and would fill the memory. */
const longestKey = 4000;

/** A statement with its values, ready to be run. */
export function prepare<Written>({
  statement,
  written,
}: {
  statement: Statement;
  written: Written;
}): Prepared<Written> {
  return { text: statement.text(), values: statement.values, codeSets: statement.codeSets, written };
}

/** Statements already written, by plan and by all else that they depend on: asked again, nothing is written again. */
export class PreparedStatements<Written> {
  readonly #byPlan = new WeakMap<Plan, Map<string, Prepared<Written>>>();

  of(plan: Plan, key: string, write: () => { statement: Statement; written: Written }): Prepared<Written> {
    if (key.length > longestKey) return prepare(write());
    let states = this.#byPlan.get(plan);
    if (!states) this.#byPlan.set(plan, (states = new Map()));
    const known = states.get(key);
    if (known) return known;
    const prepared = prepare(write());
    const [oldest] = states.keys();
    if (states.size >= mostStates && oldest !== undefined) states.delete(oldest);
    states.set(key, prepared);
    return prepared;
  }
}
