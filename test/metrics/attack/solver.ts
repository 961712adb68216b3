import loadHighs from 'highs';

const highs = await loadHighs();

/** A sum of some cases that somebody was told. */
export interface Equation {
  readonly cases: readonly number[];
  readonly value: number;
}

/** What a sum may be, as far as was looked: equal only where it can be nothing else. */
export interface Interval {
  readonly least: number;
  readonly most: number;
}

/** Looked at more closely, an interval of this width is given exactly. */
const narrow = 2;

/**
 * Somebody with an integer solver, who knows which cases there are, that none has fewer than no applicants, and what was
 * told. A world is a number of applicants for each case that agrees with all of it; the truth is one. Two worlds
 * that differ in a sum leave it open, so the solver looks for another only where all worlds so far agree.
 */
export function boundsOf(
  truth: readonly number[],
  equations: readonly Equation[],
  sums: readonly (readonly number[])[],
): Interval[] {
  const { minimize, maximize } = highs.constants.objectiveSense;
  const worlds: (readonly number[])[] = [truth];
  return highs.withModel(model => {
    model.options.set({ output_flag: false });
    truth.forEach((_, i) => {
      model.addVar(0, 1000);
      model.changeColIntegrality(i, highs.constants.variableType.integer);
    });
    for (const { cases, value } of new Map(equations.map(one => [one.cases.join(), one])).values()) {
      model.addRow(value, value, { indices: [...cases], values: cases.map(() => 1) });
    }
    const seen = (sum: readonly number[]): Interval => {
      const values = worlds.map(world => sum.reduce((all, at) => all + (world[at] ?? 0), 0));
      return { least: Math.min(...values), most: Math.max(...values) };
    };
    const look = (sum: readonly number[]): void => {
      for (const at of sum) model.changeColCost(at, 1);
      for (const sense of [minimize, maximize]) {
        model.changeObjectiveSense(sense);
        model.run();
        if (model.getModelStatus() !== highs.constants.modelStatus.optimal) throw new Error('no world fits');
        worlds.push(Array.from(model.getSolution().colValue, Math.round));
      }
      for (const at of sum) model.changeColCost(at, 0);
    };
    for (const sum of sums) {
      const { least, most } = seen(sum);
      if (most - least < narrow) look(sum);
    }
    return sums.map(seen);
  });
}
