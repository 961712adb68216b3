import type { Status, ThemeName } from './frame.ts';

/** Everything a picture is coloured with; one meaning, one colour, on every surface. */
export interface Tokens {
  readonly ink: string;
  readonly muted: string;
  readonly faint: string;
  readonly grid: string;
  readonly surface: string;
  /** What has happened. */
  readonly actual: string;
  /** The year before, beside it. */
  readonly last: string;
  /** A second actual series in the same picture. */
  readonly second: string;
  readonly band: string;
  readonly status: Readonly<Record<Status, string>>;
  readonly categories: readonly string[];
  /** From little to much in one hue, with the ink that can be read on each. */
  readonly steps: readonly { readonly fill: string; readonly ink: string }[];
}

/** Checked for contrast on the surface (≥ 4.5:1 for text and status) and for deuteranopia and protanopia. */
export const tokens: Readonly<Record<ThemeName, Tokens>> = {
  light: {
    ink: '#18202c', muted: '#56606f', faint: '#8b95a3', grid: '#e9ecf0', surface: '#ffffff',
    actual: '#1f4e79', last: '#d3d8de', second: '#1a7f5a', band: '#1f4e79',
    status: { MET: '#1a7f5a', NEAR: '#936312', MISSED: '#b3261e', NONE: '#56606f' },
    categories: ['#1f4e79', '#c2762b', '#3f8f8a', '#7d5ba6', '#a8566b', '#6b7785'],
    steps: [
      { fill: '#e3edf6', ink: '#18202c' }, { fill: '#b9d1e7', ink: '#18202c' }, { fill: '#86afd4', ink: '#18202c' },
      { fill: '#4176a8', ink: '#ffffff' }, { fill: '#1f4e79', ink: '#ffffff' },
    ],
  },
  dark: {
    ink: '#e8ecf2', muted: '#a5afbd', faint: '#7b8696', grid: '#2b3442', surface: '#182029',
    actual: '#7db4e6', last: '#46505e', second: '#58c49a', band: '#7db4e6',
    status: { MET: '#58c49a', NEAR: '#dfae5b', MISSED: '#f28b82', NONE: '#a5afbd' },
    categories: ['#7db4e6', '#e5a35f', '#6fc3bd', '#b79add', '#d98a9e', '#9aa5b3'],
    steps: [
      { fill: '#22364b', ink: '#e8ecf2' }, { fill: '#2d4d6e', ink: '#e8ecf2' }, { fill: '#3b6a96', ink: '#ffffff' },
      { fill: '#669fd1', ink: '#10161d' }, { fill: '#a9d0f2', ink: '#10161d' },
    ],
  },
}; // prettier-ignore

/** The system's own Chinese faces; the server's pictures bring Noto Sans SC along. */
export const fontStack =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif';

/** One colour per category everywhere: towns and departments first, then the order of the picture. */
const fixedPlaces: Readonly<Record<string, number>> = {
  LUORONG: 0, LUOBU: 1, CORE: 2, HRSS: 0, UNION: 1, COURT: 2,
}; // prettier-ignore

/** The colour of one category of a dimension; at most six hues, the rest grey. */
export function categoryColour(theme: ThemeName, key: string, index: number): string {
  const { categories, faint } = tokens[theme];
  return categories[fixedPlaces[key] ?? index] ?? faint;
}
