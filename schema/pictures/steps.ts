import { axisNumber } from './base.ts';
import { missing, suppressed } from './format.ts';
import type { Frame, Unit } from './frame.ts';
import { tokens } from './tokens.ts';
import { word } from './words.ts';

/** A scale of few colours: which one a value has, what may be written on it, what the legend says. */
export interface Steps {
  /** The place of a value on the scale; -1 is a figure that is not known or held back. */
  of(value: number | null): number;
  readonly count: number;
  fill(step: number): string;
  /** Ink that can be read on a step. */
  ink(step: number): string;
  /** The legend, as ECharts wants it. */
  legend(withUnknown: boolean): object;
}

const most = 5;

/** A round width that cuts the span into at most five parts. */
function roundWidth(span: number): number {
  const least = span / most;
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 2.5, 5, 10].find(times => times * power >= least * (1 - 1e-9)) ?? 10) * power;
}

/** At most five equal steps with round limits over the values, light to dark (dark to light on dark). */
export function stepsOver(values: readonly (number | null)[], unit: Unit, frame: Frame): Steps {
  const known = values.filter(v => v !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const t = tokens[frame.theme];
  const whole = unit === 'COUNT' || unit === 'PERSONS';
  let width = known.length && high > low ? roundWidth(high - low) : 1;
  if (whole) width = Math.max(1, Math.ceil(width));
  // A round start may need one step more than the span alone; then the next round width is taken.
  const startOf = (w: number): number => Math.floor(low / w + 1e-9) * w;
  // A step of whole numbers holds both its ends; of others the last one holds its upper end too: nothing lies beyond 100%.
  const countOf = (w: number): number => {
    const times = (high - startOf(w)) / w;
    return whole ? Math.floor(times + 1e-9) + 1 : Math.max(1, Math.ceil(times - 1e-9));
  };
  while (known.length && high > low && countOf(width) > most) width = roundWidth(width * most * 1.01);
  if (whole) width = Math.ceil(width);
  const start = known.length ? startOf(width) : 0;
  const count = !known.length ? 0 : high > low ? countOf(width) : 1;
  // Few steps take the ends of the scale, so that the least and the most always differ.
  const hue = (step: number): number =>
    count < 2 ? Math.floor(most / 2) : Math.round((step * (most - 1)) / (count - 1));
  const label = (step: number): string => {
    const [from, to] = [start + step * width, start + (step + 1) * width];
    if (high === low) return axisNumber(low, unit);
    if (whole && width === 1) return axisNumber(from, unit);
    if (frame.narrow) return `≥${axisNumber(from, unit)}`;
    // A share of all is the end of a scale of shares.
    const last = unit === 'RATIO' && high <= 1 ? Math.min(1, to) : to;
    if (last <= from + 1e-9) return axisNumber(from, unit);
    return `${axisNumber(from, unit)}–${axisNumber(whole ? last - 1 : last, unit)}`;
  };
  const steps: Steps = {
    count,
    of: value => (value === null ? -1 : Math.min(count - 1, Math.max(0, Math.floor((value - start) / width + 1e-9)))),
    fill: step => (step < 0 ? t.grid : (t.steps[hue(step)]?.fill ?? t.grid)),
    ink: step => (step < 0 ? t.ink : (t.steps[hue(step)]?.ink ?? t.ink)),
    legend: withUnknown => ({
      type: 'piecewise', orient: 'horizontal', left: 'left', bottom: 6, padding: 0, itemGap: frame.narrow ? 6 : 12, textGap: 4,
      itemWidth: 14, itemHeight: 14, itemSymbol: 'rect', selectedMode: false, hoverLink: false,
      textStyle: { color: t.muted, fontSize: 12 },
      pieces: [
        ...Array.from({ length: count }, (_, step) => ({ value: step, label: label(step), color: steps.fill(step) })),
        ...(withUnknown || !count ? [{ value: -1, label: frame.narrow ? `${missing} / ${suppressed}` : word(frame.language, 'notKnown'), color: t.grid }] : []),
      ],
    }),
  }; // prettier-ignore
  return steps;
}
