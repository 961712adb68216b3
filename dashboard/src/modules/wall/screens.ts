import { barOption, barPoints } from '@hexie/schema/pictures/bar.ts';
import { certificationPathOption } from '@hexie/schema/pictures/certification-path.ts';
import { coverageBarsOption, distances } from '@hexie/schema/pictures/coverage-bars.ts';
import { disputeFlowOption } from '@hexie/schema/pictures/dispute-flow.ts';
import { formatCount, formatValue } from '@hexie/schema/pictures/format.ts';
import type { Frame } from '@hexie/schema/pictures/frame.ts';
import { mapOption } from '@hexie/schema/pictures/map.ts';
import { shortLabel } from '@hexie/schema/pictures/short-labels.ts';
import type { WallPage, WallQuery, WallSeriesFragment } from '@hexie/schema/generated/documents.ts';
import type { EChartsOption } from 'echarts';
import { pathMessage } from '../../metrics/verdict.ts';

type Series = {
  [Key in keyof WallQuery]: WallQuery[Key] extends WallSeriesFragment ? Key : never;
}[keyof WallQuery];
/** The words of a message: its key, and what stands in it. */
export interface Message {
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
}
/** One picture of a wall: its message, what it is of, and how it is drawn. */
export interface WallPicture {
  readonly id: string;
  /** What it is of, where that is not said by its id. */
  readonly of?: string;
  readonly message: (figures: WallQuery, frame: Frame) => Message;
  readonly draw: (figures: WallQuery, frame: Frame, title: string) => EChartsOption;
}
/** What is on the wall at one time. */
export interface Screen {
  readonly page: WallPage;
  readonly pictures: readonly WallPicture[];
}

/** How far groups are from the target of a rate, with the one that lags in the message. */
const lagging = (id: Series): WallPicture => ({
  id,
  message(figures, frame) {
    const answer = figures[id];
    const [first] = distances(answer, frame);
    const values = {
      name: answer.metric.name,
      value: formatValue(answer.total.value, answer.metric.unit, answer.metric.key, frame.language),
      group: first?.short ?? '',
    };
    return { key: !first ? 'plain' : first.distance < 0 ? 'lags' : 'allMet', values };
  },
  draw: (figures, frame, title) => coverageBarsOption(figures[id], frame, title),
});

/** What there is most of, with its share of the bars. */
const most = (id: Series): WallPicture => ({
  id,
  message(figures, frame) {
    const answer = figures[id];
    const [first] = barPoints(answer);
    const cut = first?.cuts[0];
    const group = cut && (shortLabel(cut.dimension, cut.key, frame.language) ?? cut.label);
    const { key, unit } = answer.metric;
    const said = (v: number | null | undefined): string => formatValue(v, unit, key, frame.language);
    const values = { value: said(answer.total.value), group: group ?? '', count: said(first?.value.value) };
    return { key: first ? `most.${id}` : 'none', values };
  },
  draw: (figures, frame, title) => barOption(figures[id], frame, title),
});

const path: WallPicture = {
  id: 'path',
  message({ forecast }, { language }) {
    const values = {
      net: formatCount(Math.abs(forecast.net ?? 0)),
      gap: formatCount(forecast.gap),
      weekly: formatCount(forecast.weeklyNeeded),
      by: new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(forecast.by)),
    }; // prettier-ignore
    return { key: `path.${pathMessage(forecast)}`, values };
  },
  draw: ({ path: answer, forecast }, frame, title) =>
    certificationPathOption(
      { answer, at: forecast.at, status: answer.total.status ?? 'NONE', gap: forecast.gap ?? 0, path: forecast.path, forecast: forecast.points },
      frame,
      title,
    ),
}; // prettier-ignore

const flow: WallPicture = {
  id: 'flow',
  message: ({ filed, success }, { language }) => ({
    key: 'flow',
    values: {
      filed: formatValue(filed.total.value, 'COUNT', 'dispute.filed', language),
      success: formatValue(success.total.value, 'RATIO', '', language),
    },
  }),
  draw: ({ filed, filedLastYear, closed, success, forecast }, frame, title) =>
    disputeFlowOption({ filed, filedLastYear, closed, success, at: forecast.at }, frame, title),
};

const map = (id: Series): WallPicture => ({
  ...lagging(id),
  id: `${id} map`,
  of: 'map',
  draw: (figures, frame, title) => mapOption(figures[id], frame, title),
});

const pictures: Readonly<Record<WallPage, readonly WallPicture[]>> = {
  OVERVIEW: [],
  CERTIFICATION: [path, lagging('certifiedByTown'), lagging('certifiedByIndustry')],
  DISPUTE: [flow, most('causes'), most('channels')],
  UNION: [lagging('unionsByIndustry'), lagging('membersByTown'), lagging('collectiveByIndustry')],
  CONTRACT: [lagging('signedByIndustry'), lagging('signedByTown'), lagging('electronicByIndustry')],
  INSPECTION: [most('subjects'), lagging('correctedByTown'), most('grades')],
  MAP: [map('certifiedByTown'), map('unionsByTown'), map('signedByTown')],
};
/** All pages, in the order a wall turns through them. */
export const allPages = Object.keys(pictures) as WallPage[];

/** The screens of the pages, with as many pictures beside each other as the wall has room for; the first of three leads alone. */
export function screensOf(pages: readonly WallPage[], columns: number): Screen[] {
  return pages.flatMap((page): Screen[] => {
    if (page === 'OVERVIEW') return [{ page, pictures: columns >= 3 ? [path] : [] }];
    const all = pictures[page];
    const lead = columns === 2 ? 1 : columns;
    const groups: WallPicture[][] = [all.slice(0, lead)];
    for (let from = lead; from < all.length; from += columns) groups.push(all.slice(from, from + columns));
    return groups.map(group => ({ page, pictures: group }));
  });
}
