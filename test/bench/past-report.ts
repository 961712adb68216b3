import type { HistoryQuestion } from './history-questions.ts';
import type { HomeDistrict } from './home-seed.ts';
import type { ListQuestion } from './list-questions.ts';
import { ms, table } from './table.ts';

/** A question and how many milliseconds its answer took. */
export interface Timed<Question> {
  readonly question: Question;
  readonly took: number;
}

/** What is to be reached, in milliseconds. */
const targets = { history: 5000, lists: 1000 };

const most = (all: readonly Timed<unknown>[]): number => Math.max(0, ...all.map(({ took }) => took));
const sizeOf = ({ employers, contracts, disputes }: HomeDistrict): string =>
  `${employers} employers, ${contracts} contracts, ${disputes} disputes, five months of corrections`;
const slowestFirst = <Question>(all: readonly Timed<Question>[]): Timed<Question>[] =>
  [...all].sort((a, b) => b.took - a.took);

/** Every figure and every list with asKnownAt: the slower of two moments. */
export function reportHistory(district: HomeDistrict, timed: readonly Timed<HistoryQuestion>[]) {
  const kinds = ['total', 'by town', '12 months', 'page'] as const;
  const rows = [...Map.groupBy(timed, ({ question }) => question.about)].map(([about, all]) => [
    about,
    ...kinds.map(kind => {
      const of = all.filter(({ question }) => question.kind === kind);
      return of.length ? ms(most(of)) : '–';
    }),
  ]);
  const [worst] = slowestFirst(timed);
  const met = most(timed) <= targets.history;
  const text = [
    '', 'Figures and lists as they were known at a moment, over HTTP (ms, the slower of two moments)', '',
    sizeOf(district),
    ...table([['', 'left'], ...kinds.map(kind => [kind, 'right'] as const)], rows),
    `  worst: ${worst?.question.name}, ${ms(worst?.took ?? 0)} ms (target ≤ ${targets.history})`, '',
  ].join('\n'); // prettier-ignore
  const times = Object.fromEntries(timed.map(({ question, took }) => [question.name, Math.round(took)]));
  return { text, met, result: { history: { met, target: targets.history, worst: worst?.question.name, times } } };
} // prettier-ignore

/** The first page of every list with its count, by every field of its filter, in every order. */
export function reportLists(district: HomeDistrict, timed: readonly Timed<ListQuestion>[]) {
  const rows = [...Map.groupBy(timed, ({ question }) => question.list)].map(([list, all]) => {
    const sorted = slowestFirst(all);
    const at = (share: number): string => ms(sorted[Math.floor(sorted.length * share)]?.took ?? 0);
    return [list, all.length, at(0.5), at(0.05), ms(most(all)), sorted[0]?.question.name ?? ''];
  });
  const over = slowestFirst(timed).filter(({ took }) => took > targets.lists);
  const met = !over.length;
  const text = [
    '', 'First pages with their count, by every field of every filter, in every order (ms)', '',
    sizeOf(district),
    ...table([['', 'left'], ['asked', 'right'], ['p50', 'right'], ['p95', 'right'], ['worst', 'right'], ['', 'left']], rows),
    `  ${over.length} of ${timed.length} over the target (≤ ${targets.lists})`,
    ...over.slice(0, 20).map(({ question, took }) => `  ${ms(took).padStart(8)}  ${question.name}`), '',
  ].join('\n'); // prettier-ignore
  const worst = slowestFirst(timed).slice(0, 50).map(({ question, took }) => ({ name: question.name, took: Math.round(took) })); // prettier-ignore
  return { text, met, result: { lists: { met, target: targets.lists, asked: timed.length, worst } } };
} // prettier-ignore
