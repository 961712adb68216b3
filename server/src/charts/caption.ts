import { sentenceDay } from '@hexie/schema/pictures/days.ts';
import { unitName } from '@hexie/schema/pictures/format.ts';
import { word } from '@hexie/schema/pictures/words.ts';
import { denominatorRules } from '../access/denominator-rule.ts';
import { shanghaiMoment } from '../kernel/days.ts';
import type { MetricAnswer } from '../metrics/metric.service.ts';
import type { ChartRequest } from './chart-query.ts';

/** The words of a picture that leaves the hub: it must explain itself wherever it is pasted. */
export interface Caption {
  readonly title: string;
  readonly subtitle: string;
  readonly definition: string;
  readonly source: string;
  /** What stands in the place of a picture that has no figures. */
  readonly empty: string;
}

/** Title with the number; unit and cut-off; definition; source. */
export function captionOf(answer: MetricAnswer, { args, at, look }: ChartRequest, title?: string): Caption {
  const { metric } = answer;
  const { language } = look;
  const zh = language === 'zh';
  const colon = zh ? '：' : ': ';
  const days =
    answer.metric.kind === 'FLOW' && answer.from
      ? `${sentenceDay(answer.from, language)}${zh ? '至' : ' to '}${sentenceDay(answer.to ?? at, language)}`
      : `${word(language, 'cutOff')}${zh ? '' : ' '}${sentenceDay(at, language)}`;
  const known = args.asKnownAt
    ? ` · ${zh ? '按此时已知：' : 'as known at '}${shanghaiMoment(args.asKnownAt)}`
    : '';
  const rule = metric.denominatorRule && denominatorRules[metric.denominatorRule][language];
  const counted = !rule ? '' : zh ? `（${rule}）` : ` (${rule.toLowerCase()})`;
  return {
    title: title ?? metric.name,
    subtitle: `${word(language, 'unit')}${colon}${unitName(metric.unit, metric.key, language)} · ${days}${known}`,
    definition: `${word(language, 'definition')}${counted}${colon}${metric.definition}`,
    source: `${word(language, 'source')}${colon}${metric.owner} · ${metric.source}`,
    empty: word(language, 'noData'),
  };
}
