/** A small line drawn without axes: the path, its last point, and where the target lies. */
export interface Sparkline {
  /** SVG path of the known values; gaps break it. */
  readonly path: string;
  readonly end: { readonly x: number; readonly y: number } | undefined;
  readonly targetY: number | undefined;
}

const round = (n: number): number => Math.round(n * 10) / 10;

/** Geometry of a sparkline; a small inset keeps strokes whole. The target is part of the scale. */
export function sparkline(
  values: readonly (number | null | undefined)[],
  target: number | null | undefined,
  width: number,
  height: number,
  inset = 4,
): Sparkline {
  const known = values.filter((v): v is number => typeof v === 'number');
  if (!known.length) return { path: '', end: undefined, targetY: undefined };
  const scale = typeof target === 'number' ? [...known, target] : known;
  const [low, high] = [Math.min(...scale), Math.max(...scale)];
  const step = values.length > 1 ? (width - 2 * inset) / (values.length - 1) : 0;
  const y = (v: number): number =>
    round(high === low ? height / 2 : inset + (1 - (v - low) / (high - low)) * (height - 2 * inset));
  let pen = 'M';
  let path = '';
  let end: Sparkline['end'];
  values.forEach((v, i) => {
    if (typeof v !== 'number') return void (pen = 'M');
    end = { x: round(inset + i * step), y: y(v) };
    path += `${pen}${end.x} ${end.y}`;
    pen = 'L';
  });
  return { path, end, targetY: typeof target === 'number' ? y(target) : undefined };
}
