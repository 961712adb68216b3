import { formatValue, suppressed } from './format.ts';
import type { Frame, PictureAnswer, PictureFigure, PicturePoint } from './frame.ts';
import { shortLabel } from './short-labels.ts';
import { periodName } from './periods.ts';
import { cutName, type Twin } from './table.ts';
import { tokens } from './tokens.ts';
import { word } from './words.ts';

/** One group of a cut: its key, its whole name, and the name that fits beside a bar. */
export interface Group {
  readonly dimension: string;
  readonly key: string;
  readonly name: string;
  readonly short: string;
}

/** The groups of one cut of an answer, in the order the answer has them: bands and stages keep theirs. */
export function groupsOf(answer: PictureAnswer, frame: Frame, place = 0): Group[] {
  const found = new Map<string, Group>();
  for (const { cuts } of answer.points) {
    const cut = cuts[place];
    if (!cut || found.has(cut.key)) continue;
    const { dimension, key } = cut;
    const name = cut.label || word(frame.language, 'unknown');
    found.set(key, { dimension, key, name, short: shortLabel(dimension, key, frame.language) ?? name });
  }
  return [...found.values()];
}

/** The periods of an answer, the oldest first. */
export const periodsOf = (answer: PictureAnswer): string[] =>
  [...new Set(answer.points.map(point => point.period ?? ''))].toSorted();

/** Finds the point of a period and a group, or of two groups. */
export function pointsBy(
  answer: PictureAnswer,
): (period: string, ...keys: string[]) => PicturePoint | undefined {
  const place = (period: string, keys: readonly string[]): string => JSON.stringify([period, ...keys]);
  const known = new Map(
    answer.points.map(p => [
      place(
        p.period ?? '',
        p.cuts.map(cut => cut.key),
      ),
      p,
    ]),
  );
  return (period, ...keys) => known.get(place(period, keys));
}

/** A figure in words: with its unit, as "＜5" where it is held back, as a dash where it is not known. */
export const figureText = (
  figure: PictureFigure | undefined,
  { metric }: PictureAnswer,
  { language }: Frame,
): string =>
  figure?.suppressed ? suppressed : formatValue(figure?.value, metric.unit, metric.key, language);

/** A figure that can be drawn; one that is held back or not known has no length. */
export const drawn = (figure: PictureFigure | undefined): number | null =>
  typeof figure?.value === 'number' && !figure.suppressed ? figure.value : null;

/** The pattern of what is not known: hatched in the colour of the grid, never the colour of a figure. */
export const hatch = (frame: Frame) => ({
  symbol: 'rect' as const,
  color: tokens[frame.theme].last,
  dashArrayX: [1, 0],
  dashArrayY: [2, 5],
  rotation: Math.PI / 4,
});

/** About how wide texts of 12 px are: Chinese fills its square, Latin about half of it. */
export const widest = (texts: readonly string[]): number =>
  Math.max(0, ...texts.map(text => [...text].reduce((sum, c) => sum + (c > '\u2e7f' ? 12 : 7), 0)));

/** What was pointed at: ECharts hands over one thing or the things of one axis place. */
export function hovered(params: unknown): number {
  const first = (Array.isArray(params) ? params[0] : params) as { dataIndex?: number } | undefined;
  return first?.dataIndex ?? -1;
}

/** Periods or groups down, groups across: the table twin of every picture with two sides. */
export function crossTable(answer: PictureAnswer, frame: Frame): Twin {
  const byPeriod = answer.points.some(point => point.period);
  const across = groupsOf(answer, frame, byPeriod ? 0 : 1);
  const find = pointsBy(answer);
  const figures = (...down: [period: string, key?: string]): string[] =>
    across.map(({ key }) => figureText(find(...(down as [string]), key)?.value, answer, frame));
  const head = byPeriod ? word(frame.language, 'period') : frame.language === 'zh' ? '分组' : 'Group';
  const columns = [head, ...across.map(group => group.name)];
  if (byPeriod) {
    const periods = periodsOf(answer);
    const rows = periods.map(period => [periodName(period, frame), ...figures(period)]);
    return { columns, rows, parts: periods.map(period => ({ period, cuts: [] })) };
  }
  const groups = groupsOf(answer, frame);
  return {
    columns,
    rows: groups.map(row => [row.name, ...figures('', row.key)]),
    parts: groups.map(({ dimension, key, name: label }) => ({ cuts: [{ dimension, key, label }] })),
  };
}

/** The groups with their figures, in the order of the answer. */
export const listTable = (answer: PictureAnswer, frame: Frame): Twin => ({
  columns: [frame.language === 'zh' ? '分组' : 'Group', answer.metric.name],
  rows: answer.points.map(point => [cutName(point, frame), figureText(point.value, answer, frame)]),
});
