import { setImmediate } from 'node:timers/promises';
import type { PersonCell } from './person-cells.ts';
import { bucketOf, figuresOfYear, isSmall, levels, type YearFigure } from './figures-of-year.ts';
import { Knowledge } from './knowledge.ts';
import { Worlds, type Open } from './worlds.ts';

/** Which figures of a year are not shown. */
export interface Pattern {
  /** Names of figures by year, quarter and month. */
  readonly hidden: ReadonlySet<string>;
  /** Whether nothing in it is small, not even a single cell of a single day. */
  readonly clean: boolean;
  /** Whether what some cells add up to can be worked out from what a reader of a level is shown; then it may as well be shown. */
  readonly tells: (cells: readonly number[], level: number) => boolean;
}

/** Steps of work for a year before the rest of it is hidden unseen, a second or two; and before others get their turn. */
const mostWork = 300_000_000;
const atOnce = 4_000_000;
/** Cells of a year up to which it is proven in whole numbers; a larger year leaves so much open that sums decide. */
const mostProven = 60;
const noProof: Open = { ways: [], witnesses: [] };

/** Somebody who knows the totals of a year by a length of time, and asks for all tables of that length and of longer ones. */
interface Reader {
  readonly level: number;
  /** What the reader tells apart: cells of the same keys within one such length. */
  readonly unknowns: readonly number[];
  readonly knowledge: Knowledge;
  /** The proof that nothing small can be worked out in whole numbers either; in small years only. */
  readonly worlds: Worlds | undefined;
}

/**
 * Decides for all tables of a year at once what is shown. Figures are gone through from the coarsest to the finest, the
 * large ones first; one is shown unless it is small, or some reader could then work a small one out. The same
 * cells give the same pattern, whoever asks for what and in which order.
 */
export async function patternOf(
  cells: readonly PersonCell[],
  dimensions: number,
  limit = mostWork,
): Promise<Pattern> {
  const clean = !cells.some(({ persons }) => isSmall(persons));
  if (clean) return { hidden: new Set(), clean, tells: () => true };
  const figures = figuresOfYear(cells, dimensions);
  const small = figures.filter(({ persons }) => isSmall(persons));
  const readers = levels.map((_, level) => readerOf(level, cells, small));
  const done = (): number =>
    readers.reduce((sum, { knowledge, worlds }) => sum + knowledge.work + (worlds?.work ?? 0), 0);
  const decided = new Map<string, boolean>();
  const hidden = new Set<string>();
  let turn = atOnce;
  for (const figure of inOrder(figures, new Set(small.map(({ table }) => table)))) {
    // Figures of the same cells are one and the same, whatever they are cut by.
    const same = `${figure.level} ${figure.cells.join()}`;
    const shown =
      decided.get(same) ?? (!isSmall(figure.persons) && done() <= limit && learnedBy(readers, figure));
    if (!shown) hidden.add(figure.id);
    if (!shown && !decided.has(same)) hide(readers, figure);
    decided.set(same, shown);
    if (done() < turn) continue;
    turn = done() + atOnce;
    await setImmediate();
  }
  return { hidden, clean, tells: telling(readers) };
}

/** Cells that a reader does not tell apart are known together or not at all. */
function telling(readers: readonly Reader[]): Pattern['tells'] {
  const each = readers.map(({ unknowns, knowledge }) => {
    const { knows } = knowledge;
    const sizes = new Map<number, number>();
    for (const place of unknowns) sizes.set(place, (sizes.get(place) ?? 0) + 1);
    return (cells: readonly number[]): boolean => {
      const whole = seen(cells, unknowns);
      return whole.reduce((sum, place) => sum + (sizes.get(place) ?? 0), 0) === cells.length && knows(whole);
    };
  });
  return (cells, level) => each[level]?.(cells) ?? false;
}

/** Whether all readers may learn a figure; if so, they have. */
function learnedBy(readers: readonly Reader[], { level, cells }: YearFigure): boolean {
  const told = readers
    .filter(reader => reader.level >= level)
    .map(reader => ({ ...reader, sum: seen(cells, reader.unknowns) }));
  if (told.some(({ knowledge, sum }) => knowledge.betrays(sum))) return false;
  const left = told.map(({ worlds, sum }) => (worlds ? worlds.after(sum) : noProof));
  if (left.includes(undefined)) return false;
  told.forEach(({ knowledge, worlds, sum }, i) => {
    knowledge.learn(sum);
    worlds?.accept(left[i] as Open);
  });
  return true;
}

/** What is hidden to protect something small must not be found out either, small or not. */
function hide(readers: readonly Reader[], { level, cells }: YearFigure): void {
  for (const { worlds, unknowns } of readers.filter(reader => reader.level >= level))
    worlds?.hide(seen(cells, unknowns));
}

/** Totals are never hidden: a reader begins with them. */
function readerOf(level: number, cells: readonly PersonCell[], small: readonly YearFigure[]): Reader {
  const places = new Map<string, number>();
  const totals = new Map<string, number[]>();
  const unknowns = cells.map(({ day, keys }, cell) => {
    const bucket = bucketOf(level, day);
    totals.set(bucket, [...(totals.get(bucket) ?? []), cell]);
    const name = [bucket, ...keys].join('\u0000');
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    return place;
  });
  const shown = [...totals.values()].map(sum => seen(sum, unknowns));
  const secrets = new Map(
    small
      .filter(figure => figure.level <= level)
      .map(figure => seen(figure.cells, unknowns))
      .map(sum => [sum.join(), sum]),
  );
  const truth = new Array<number>(places.size).fill(0);
  cells.forEach(({ persons }, cell) => {
    truth[unknowns[cell] ?? 0] = (truth[unknowns[cell] ?? 0] ?? 0) + persons;
  });
  const worlds = cells.length <= mostProven ? new Worlds(truth, shown, secrets.values()) : undefined;
  return { level, unknowns, worlds, knowledge: new Knowledge(places.size, shown, secrets.values()) };
}

const seen = (cells: readonly number[], unknowns: readonly number[]): number[] => [
  ...new Set(cells.map(cell => unknowns[cell] ?? 0)),
];

/** Whole years first, and the first dimension of a metric by months before any two of them: what matters most is decided first. */
const rank = ({ cuts, level, main }: YearFigure): number =>
  (cuts === 1 ? [0, main ? 1 : 4, main ? 2 : 5] : [3, 6, 7])[level] ?? 8;

/** Within a rank tables without a small number come before those with one, many persons before few. */
function inOrder(figures: readonly YearFigure[], withSmall: ReadonlySet<string>): YearFigure[] {
  const order = (a: YearFigure, b: YearFigure): number =>
    rank(a) - rank(b) ||
    Number(b.main) - Number(a.main) ||
    Number(withSmall.has(a.table)) - Number(withSmall.has(b.table)) ||
    b.persons - a.persons ||
    (a.id < b.id ? -1 : 1);
  return [...figures].sort(order);
}
