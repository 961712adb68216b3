import { forFigures } from '../../access/scope-of.ts';
import type { Language, Viewer } from '../../access/viewer.ts';
import type { Cursors } from '../../kernel/cursor.ts';
import type { Database } from '../../kernel/database.ts';
import type { Day } from '../../kernel/days.ts';
import { knownAt } from '../../kernel/known.ts';
import type { ListArgs } from '../../kernel/page.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { scaleOf } from '../changes-of.ts';
import type { MetricDefinition, Shortfall } from '../define-metric.ts';
import type { ReadModel, Thing } from '../define-read-model.ts';
import type { MetricFilter } from '../metric-filter.ts';
import {
  differenceStatement,
  explanationsOf,
  parts,
  sides,
  type End,
  type Part,
  type Side,
} from './difference-statement.ts';
import { reasonOf } from './reasons.ts';
import { pageAsked, pageOf, type PageAsked, type Place, type RowPage } from './row-page.ts';

/** One employer whose share of one part of a figure is not the same at both ends, and why it stood as it did. */
export interface DifferenceRow {
  readonly part: Part;
  readonly side: Side;
  readonly contributionFrom: number;
  readonly contributionTo: number;
  readonly difference: number;
  readonly reasonFrom: string | null;
  readonly reasonTo: string | null;
  readonly ids: Readonly<Partial<Record<Thing, number>>>;
  readonly page: RowPage;
}

/** How many employers of one side of one part there are, and what they make of it together. */
export interface SideTotal {
  readonly part: Part;
  readonly side: Side;
  readonly employers: number;
  readonly difference: number;
}

/** A page of differences; the totals are those of all employers, whatever the page is narrowed to. */
export interface Differences {
  readonly rows: Connection<DifferenceRow>;
  readonly sides: readonly SideTotal[];
}

/** A day, and the moment whose knowledge of it counts. */
export interface EndArgs {
  readonly day: Day;
  readonly asKnownAt: Date | null;
}

/** Between which ends of which figure, of which part and side, and which page. */
export interface DifferenceArgs extends Pick<ListArgs, 'first' | 'after'> {
  readonly metric: MetricDefinition;
  readonly from: EndArgs;
  readonly to: EndArgs;
  readonly filter: MetricFilter | null;
  readonly part: Part | null;
  readonly side: Side | null;
}

type Told = [
  n: number,
  d: number,
  nth: number | null,
  code: string | null,
  day: string | null,
  notes: string[] | null,
];
type Found = [line: number, id: number, part: 0 | 1, place: number, side: Side, from: number, to: number, before: Told, after: Told]; // prettier-ignore
interface Answer {
  total: number;
  totals: [part: 0 | 1, side: Side, count: number, sum: number][];
  rows: Found[];
}

const partNames = Object.keys(parts) as Part[];

/** The employers that make the difference of a figure that counts. */
export async function differences(
  deps: { readonly database: Database; readonly readModels: readonly ReadModel[]; readonly cursors: Cursors },
  viewer: Viewer,
  args: DifferenceArgs,
): Promise<Differences> {
  const { metric, filter, part, side } = args;
  const asked = askedOf(deps.cursors, args);
  const scope = forFigures(viewer.scope);
  const known = async ({ day, asKnownAt }: EndArgs): Promise<End> => ({
    period: { first: day, last: day },
    known: await knownAt(deps.database, scope, asKnownAt),
  });
  const [from, to] = await Promise.all([known(args.from), known(args.to)]);
  const limit = asked.window.size + 1;
  const question = { metric, from, to, filter, part, side, after: asked.after, limit };
  const { sql, values } = differenceStatement(question, deps.readModels);
  const [answer] = await deps.database.read<Answer>(scope, sql, values);
  if (!answer) throw new Error('a statement for differences returned no row');
  const scale = scaleOf(metric);
  const why = explanationsOf(question, deps.readModels).map(({ shortfall }) => shortfall);
  const rows = pageOf(
    deps.cursors,
    asked,
    answer.rows.map(([line, enterprise, nth, place, ...rest]) => ({
      place,
      id: line,
      enterprise,
      nth,
      rest,
    })),
    Number(answer.total),
    shown => {
      // An employer that is known at one end alone is shown as it is known there.
      const [before, after] = [args.from, args.to].map(({ asKnownAt }, end): RowPage => {
        const ids = shown.filter(row => endOf(row.rest) === end).map(row => row.enterprise);
        return { asKnownAt, ids: () => [...new Set(ids)] };
      });
      return ({ enterprise, nth, rest }): DifferenceRow => {
        const [at, from, to, first, last] = rest;
        return {
          part: partNames[nth] as Part,
          side: at,
          contributionFrom: from / scale,
          contributionTo: to / scale,
          difference: (to - from) / scale,
          reasonFrom: told(why, first, viewer.language),
          reasonTo: told(why, last, viewer.language),
          ids: { ENTERPRISE: enterprise },
          page: (endOf(rest) ? after : before) as RowPage,
        };
      };
    },
  );
  return { rows, sides: totalsOf(metric, answer.totals, scale) };
}

/** The differences of a figure that is not known at one end. */
export function noDifferences(cursors: Cursors, args: DifferenceArgs): Differences {
  const rows = pageOf<Place, DifferenceRow>(cursors, askedOf(cursors, args), [], 0, () => never);
  return { rows, sides: totalsOf(args.metric, [], 1) };
}

const never = (): never => {
  throw new Error('a page without rows has no nodes');
};

/** A cursor holds for one figure and what its rows are narrowed to. */
const askedOf = (cursors: Cursors, args: DifferenceArgs): PageAsked =>
  pageAsked(cursors, `${args.metric.key} ${args.part} ${args.side} difference`, args);

/** The later end where the employer is counted there at all. */
const endOf = ([, , , , [n, d]]: [Side, number, number, Told, Told]): 0 | 1 => (n || d ? 1 : 0);

function told(
  why: readonly Shortfall[],
  [n, d, nth, code, day, notes]: Told,
  language: Language,
): string | null {
  const shortfall = nth === null ? undefined : why[nth];
  return shortfall && code ? reasonOf(shortfall, code, { n, d, day, notes }, language) : null;
}

/** Every side of every part, those without anybody too. */
function totalsOf(metric: MetricDefinition, found: Answer['totals'], scale: number): SideTotal[] {
  return partNames
    .filter(part => part === 'NUMERATOR' || metric.counts.denominator)
    .flatMap(part =>
      (Object.keys(sides) as Side[]).map(side => {
        const [, , count, sum] = found.find(([of, at]) => partNames[of] === part && at === side) ?? [
          0,
          side,
          0,
          0,
        ];
        return { part, side, employers: count, difference: sum / scale };
      }),
    );
}
