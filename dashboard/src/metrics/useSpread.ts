import { barPoints } from '@hexie/schema/pictures/bar.ts';
import { cutName } from '@hexie/schema/pictures/table.ts';
import { useFrame } from '../charts/useFrame.ts';
import { useFormat } from './useFormat.ts';
import type { MetricAnswer } from './useMetric.ts';

/** The two ends of an answer by groups, as words of a sentence: which is highest, which lowest, and how much. */
export function useSpread() {
  const frame = useFrame();
  const format = useFormat();
  function ends(answer: MetricAnswer) {
    const known = barPoints(answer, Infinity);
    const [first, last] = [known[0], known.at(-1)];
    if (!first || !last) return undefined;
    const { unit, key } = answer.metric;
    return {
      first: cutName(first, frame.value),
      most: format.value(first.value.value, unit, key),
      last: cutName(last, frame.value),
      least: format.value(last.value.value, unit, key),
    };
  }
  return { ends };
}
