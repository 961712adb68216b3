import { dayNumber, type Day } from '../kernel/days.ts';
import type { MetricDefinition, PathPoint } from './define-metric.ts';

/** An exact number: numerator and positive denominator. Targets never pass through floating point. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

const million = 1_000_000n;

/** The target of a path on a day: linear by days between its points, level before the first and after the last. */
export function pathAt(path: readonly PathPoint[], day: Day): Rational | null {
  const [first, last] = [path[0], path.at(-1)];
  if (!first || !last) return null;
  if (day <= first.day) return { n: BigInt(first.micros), d: million };
  if (day >= last.day) return { n: BigInt(last.micros), d: million };
  const i = path.findIndex(point => point.day > day);
  const [a, b] = [path[i - 1] as PathPoint, path[i] as PathPoint];
  const length = BigInt(dayNumber(b.day) - dayNumber(a.day));
  const done = BigInt(dayNumber(day) - dayNumber(a.day));
  return { n: BigInt(a.micros) * length + BigInt(b.micros - a.micros) * done, d: million * length };
}

/** The double nearest to it, from its lowest terms; larger ones lose nothing that a chart could show. */
export function toNumber({ n, d }: Rational): number {
  const common = divisor(n < 0n ? -n : n, d);
  return Number(n / common) / Number(d / common);
}

function divisor(a: bigint, b: bigint): bigint {
  while (b) [a, b] = [b, a % b];
  return a || 1n;
}

/** Sum, whole multiple and quotient of exact numbers. */
export const plus = (a: Rational, b: Rational): Rational => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
export const times = (a: Rational, whole: number): Rational => ({ n: a.n * BigInt(whole), d: a.d });
export const share = (a: Rational, b: Rational): Rational => ({ n: a.n * b.d, d: a.d * b.n });

/** Employers still missing to a share of all: the share of their number rounded up, less those that have it. */
export function gap(target: Rational, employers: number, having: number): number {
  const needed = (target.n * BigInt(employers) + target.d - 1n) / target.d;
  const missing = needed - BigInt(having);
  return missing > 0n ? Number(missing) : 0;
}

/** Where a figure stands; NEAR is a share at most five points short of its target. */
export type TargetStatus = 'MET' | 'NEAR' | 'MISSED' | 'NONE';

/** How a figure stands to its target; compared exactly, so that 0.85 is near 0.90. */
export function statusOf(
  metric: Pick<MetricDefinition, 'better' | 'unit'>,
  value: Rational | null,
  target: Rational | null,
): TargetStatus {
  if (!value || !target || metric.better === 'NEUTRAL') return 'NONE';
  const difference = value.n * target.d - target.n * value.d;
  const behind = metric.better === 'HIGHER' ? -difference : difference;
  if (behind <= 0n) return 'MET';
  return metric.unit === 'RATIO' && behind * 20n <= value.d * target.d ? 'NEAR' : 'MISSED';
}
