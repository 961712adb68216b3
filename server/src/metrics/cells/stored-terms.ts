import { createHash } from 'node:crypto';
import { scaleOf } from '../changes-of.ts';
import { sourcesOf, type Sources } from '../compose.ts';
import type { MetricDefinition, Term } from '../define-metric.ts';
import type { ReadModel } from '../define-read-model.ts';
import { keySql, type Dimension } from '../dimensions.ts';
import { rowTerms } from './row-terms.ts';
import { levelsOf } from './levels.ts';

/** A term whose cells are kept, under a digest of all that they depend on. */
export interface StoredTerm {
  readonly digest: string;
  readonly term: Term;
  readonly scale: number;
  readonly dimensions: readonly Dimension[];
  readonly sources: Sources;
  /** Disputes are counted: the rows of a viewer are then also chosen by mediation channel. */
  readonly disputes: boolean;
}

/** Counted up when cells are made in another way. */
const form = 2;

/** The terms of a catalogue, each once: metrics that add up the same share its cells. */
export class StoredTerms {
  readonly all: readonly StoredTerm[];
  /** The rows of each fact table. */
  readonly rows: readonly { readonly table: string; readonly stored: StoredTerm }[];
  /** The read models of all terms. */
  readonly models: readonly ReadModel[];
  readonly #byContent: ReadonlyMap<string, StoredTerm>;

  constructor(metrics: readonly MetricDefinition[], models: readonly ReadModel[]) {
    const terms = new Map<string, { term: Term; scale: number; dimensions: Set<Dimension> }>();
    for (const metric of metrics) {
      for (const term of [...metric.counts.numerator, ...(metric.counts.denominator ?? [])]) {
        const key = contentOf(term, scaleOf(metric));
        const known = terms.get(key) ?? { term, scale: scaleOf(metric), dimensions: new Set<Dimension>() };
        for (const dimension of metric.dimensions) known.dimensions.add(dimension);
        terms.set(key, known);
      }
    }
    this.#byContent = new Map(
      [...terms].map(([key, { term, scale, dimensions }]) => [
        key,
        storedTerm(key, term, scale, [...dimensions], models),
      ]),
    );
    this.models = [...models, ...rowTerms.map(({ model }) => model)];
    this.rows = rowTerms.map(({ table, term, dimensions }) => ({
      table,
      stored: storedTerm(contentOf(term, 1), term, 1, dimensions, this.models),
    }));
    this.all = [...this.rows.map(({ stored }) => stored), ...this.#byContent.values()];
  }

  of(metric: MetricDefinition, term: Term): StoredTerm | undefined {
    return this.#byContent.get(contentOf(term, scaleOf(metric)));
  }
}

/** What is summed, without the moment at which a metric looks at the sum. */
const contentOf = ({ from, day, amount, where }: Term, scale: number): string =>
  JSON.stringify([from, day ?? null, amount ?? '1', where ?? 'true', scale]);

function storedTerm(
  content: string,
  term: Term,
  scale: number,
  dimensions: readonly Dimension[],
  models: readonly ReadModel[],
): StoredTerm {
  const sources = sourcesOf(`select from enterprise, ${term.from}`, models);
  const kept = levelsOf(dimensions);
  const digest = createHash('sha256')
    .update(
      JSON.stringify([
        form,
        content,
        kept.map(({ number, by }) => [number, by.map(keySql)]),
        sources.models.map(({ name, sql }) => [name, sql]),
      ]),
    )
    .digest('base64url')
    .slice(0, 22);
  return { digest, term, scale, dimensions, sources, disputes: sources.tables.includes('dispute') };
}
