import { mayBeAsked, noDayAsked } from '../kernel/day-asked.ts';
import type { Day } from '../kernel/days.ts';
import { DomainError, type Message } from '../kernel/errors.ts';
import type { MetricUnit, PathPoint, Target } from '../metrics/define-metric.ts';

/** A point of a path as it is stated: the day, and the value as a decimal. */
export interface StatedPoint {
  readonly day: Day;
  readonly value: string;
}

const [mostPoints, mostPlaces] = [100, 6];
const decimal = new RegExp(`^\\d{1,9}(\\.\\d{1,${mostPlaces}})?$`);

/** Checks a path and gives it in its one spelling; all that is wrong with it is told at once, under `path.N.field`. */
export function checkedPath(points: readonly StatedPoint[], unit: MetricUnit): StatedPoint[] {
  const problems: Record<string, Message> = {};
  if (points.length > mostPoints)
    problems['path'] = { zh: `最多 ${mostPoints} 个点。`, en: `At most ${mostPoints} points.` };
  points.forEach(({ day, value }, i) => {
    const before = points[i - 1]?.day;
    const wrongDay = dayProblem(day, before);
    const wrongValue = valueProblem(value, unit);
    if (wrongDay) problems[`path.${i}.day`] = wrongDay;
    if (wrongValue) problems[`path.${i}.value`] = wrongValue;
  });
  const [first] = Object.values(problems);
  if (first) throw new DomainError('BAD_USER_INPUT', first, problems);
  return points.map(({ day, value }) => ({ day, value: plain(value) }));
}

function dayProblem(day: Day, before: Day | undefined): Message | undefined {
  if (!mayBeAsked(day)) return noDayAsked;
  if (before === day) return { zh: `${day} 出现了两次。`, en: `${day} is given twice.` };
  if (before !== undefined && before > day)
    return { zh: '日期须从早到晚排列。', en: 'The days must run from early to late.' };
  return undefined;
}

function valueProblem(value: string, unit: MetricUnit): Message | undefined {
  if (!decimal.test(value)) {
    return {
      zh: `目标值须为小数文本，如 "0.90"，至多 ${mostPlaces} 位小数。`,
      en: `A target is a decimal such as "0.90" with at most ${mostPlaces} places.`,
    };
  }
  if (unit === 'RATIO' && Number(value) > 1)
    return { zh: '比率的目标须在 0 至 1 之间。', en: 'The target of a ratio lies between 0 and 1.' };
  if (unit === 'INDEX' && Number(value) > 100)
    return { zh: '指数的目标须在 0 至 100 之间。', en: 'The target of an index lies between 0 and 100.' };
  if ((unit === 'COUNT' || unit === 'PERSONS') && /\.\d*[1-9]/.test(value))
    return { zh: '计数的目标须为整数。', en: 'The target of a count is a whole number.' };
  return undefined;
}

/** One spelling of a decimal: no leading or trailing zeros. */
const plain = (value: string): string =>
  value.replace(/^0+(?=\d)/, '').replace(/\.0*$|(\.\d*[1-9])0+$/, '$1');

/** The decimal that a number of millionths is. */
function decimalOf(micros: number): string {
  const digits = String(micros).padStart(mostPlaces + 1, '0');
  return plain(`${digits.slice(0, -mostPlaces)}.${digits.slice(-mostPlaces)}`);
}

/** A point as it is shown; of a target that is the same for ever the day is null. */
export interface ShownPoint {
  readonly day: Day | null;
  readonly value: string;
}

/** The path that holds as long as none is stated. */
export function ownPath(target: Target | null): ShownPoint[] {
  if (!target) return [];
  if ('value' in target) return [{ day: null, value: decimalOf(Math.round(target.value * 1e6)) }];
  return target.path.map(({ day, micros }: PathPoint) => ({ day, value: decimalOf(micros) }));
}
