import { barPoints } from '@hexie/schema/pictures/bar.ts';
import type { PicturePoint } from '@hexie/schema/pictures/frame.ts';
import { cutName } from '@hexie/schema/pictures/table.ts';
import { useI18n } from 'vue-i18n';
import { useFrame } from '../charts/useFrame.ts';
import { useFormat } from './useFormat.ts';
import type { MetricAnswer } from './useMetric.ts';

/** The two ends of an answer by groups, as words of a sentence: which is highest, which lowest, and how much. */
export function useSpread() {
  const frame = useFrame();
  const format = useFormat();
  const { t } = useI18n();
  function ends(answer: MetricAnswer) {
    const known = barPoints(answer, Infinity);
    const [first, last] = [known[0], known.at(-1)];
    if (!first || !last) return undefined;
    const { unit, key } = answer.metric;
    /** Groups with the same figure share the place. */
    const named = (point: PicturePoint): string => {
      const name = cutName(point, frame.value);
      const others = known.filter(other => other.value.value === point.value.value).length - 1;
      return others ? t('metrics.tied', { name, others, all: others + 1 }) : name;
    };
    return {
      first: named(first),
      most: format.value(first.value.value, unit, key),
      last: named(last),
      least: format.value(last.value.value, unit, key),
    };
  }
  return { ends };
}
