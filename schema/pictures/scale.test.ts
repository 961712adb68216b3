import { describe, expect, test } from 'vitest';
import { districtAreas, districtMap } from './district-map.ts';
import { stepsOver } from './steps.ts';
import { tokens } from './tokens.ts';

const channels = (hex: string): [number, number, number] => {
  const at = (i: number): number => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [at(1), at(3), at(5)];
};
const luminance = ([r, g, b]: readonly number[]): number =>
  0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
/** What eyes without one kind of cone see (Viénot 1999, linear RGB). */
const eyes = {
  full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  deuteranopia: [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]],
  protanopia: [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]],
} as const; // prettier-ignore
const seen = (hex: string, eye: keyof typeof eyes): number => {
  const rgb = channels(hex);
  return luminance(eyes[eye].map(row => row.reduce<number>((sum, part, i) => sum + part * (rgb[i] ?? 0), 0)));
};

describe.each(['light', 'dark'] as const)('the scale of the %s theme', theme => {
  const { steps } = tokens[theme];
  test('what is written on a step can be read', () => {
    for (const { fill, ink } of steps) expect(contrast(luminance(channels(fill)), luminance(channels(ink)))).toBeGreaterThan(4.5);
  }); // prettier-ignore
  test.each(Object.keys(eyes) as (keyof typeof eyes)[])('%s: each step differs from the next, all in one direction', eye => {
    const shades = steps.map(({ fill }) => seen(fill, eye));
    for (const [i, shade] of shades.slice(1).entries()) {
      expect(contrast(shade, shades[i] ?? 0)).toBeGreaterThan(1.2);
      expect(Math.sign(shade - (shades[i] ?? 0))).toBe(theme === 'light' ? -1 : 1);
    }
  }); // prettier-ignore
});

describe('a scale over values', () => {
  const frame = { language: 'zh', theme: 'light' } as const;
  const labels = (values: (number | null)[], unit: 'RATIO' | 'COUNT'): string[] =>
    (stepsOver(values, unit, frame).legend(false) as { pieces: { label: string }[] }).pieces.map(
      p => p.label,
    );
  test.each([
    ['rates', [0.7, 0.91, 0.83], 'RATIO', ['70%–75%', '75%–80%', '80%–85%', '85%–90%', '90%–95%']],
    ['shares up to the whole', [0.833, 1], 'RATIO', ['80%–85%', '85%–90%', '90%–95%', '95%–100%']],
    ['small counts one by one', [1, 3, 2], 'COUNT', ['1', '2', '3']],
    ['large counts', [0, 1196], 'COUNT', ['0–249', '250–499', '500–749', '750–999', '1,000–1,249']],
    ['one value', [0.5], 'RATIO', ['50%']],
    ['none', [null], 'RATIO', ['无数据或不足 5']],
  ] as const)('%s', (_what, values, unit, expected) => expect(labels([...values], unit)).toEqual(expected));
  test('every value has a step of the scale, whatever the span', () => {
    for (const high of [0.0007, 0.31, 0.999, 1, 7, 49, 51, 99, 12_345, 9_999_999])
      for (const low of [0, 0.13, 0.5].map(share => high * share)) {
        const steps = stepsOver([low, high], 'YUAN', frame);
        expect(steps.count).toBeGreaterThan(1);
        expect(steps.count).toBeLessThanOrEqual(5);
        expect([steps.of(low), steps.of(high)]).toEqual([0, steps.count - 1]);
      }
  });
});

describe('the drawing of the district', () => {
  const rings = districtMap.features.map(({ geometry }) => geometry.coordinates[0] ?? []);
  const edges = (ring: number[][]): string[] =>
    ring.slice(1).map((spot, i) => [ring[i], spot].map(String).toSorted().join(' '));
  test('each area is a closed ring that never crosses itself', () => {
    const crosses = ([a, b]: number[][], [c, d]: number[][]): boolean => {
      const side = (p?: number[], q?: number[], r?: number[]): number => Math.sign(
        ((q?.[0] ?? 0) - (p?.[0] ?? 0)) * ((r?.[1] ?? 0) - (p?.[1] ?? 0)) - ((q?.[1] ?? 0) - (p?.[1] ?? 0)) * ((r?.[0] ?? 0) - (p?.[0] ?? 0)));
      return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }; // prettier-ignore
    for (const ring of rings) {
      expect(ring.at(-1)).toEqual(ring[0]);
      const parts = ring.slice(1).map((spot, i) => [ring[i] ?? [], spot]);
      expect(parts.some((one, i) => parts.slice(i + 1).some(other => crosses(one, other)))).toBe(false);
    }
  });
  test('neighbours share their border to the last digit: an edge belongs to one area, or to two', () => {
    const times = new Map<string, number>();
    for (const edge of rings.flatMap(edges)) times.set(edge, (times.get(edge) ?? 0) + 1);
    const shared = [...times.values()].filter(n => n === 2).length;
    expect(Math.max(...times.values())).toBe(2);
    expect(shared).toBe((5 + 6 + 5) * 8);
  });
  test('a label stands inside its area', () => {
    const inside = ([x = 0, y = 0]: readonly number[], ring: number[][]): boolean =>
      ring.slice(1).filter((spot, i) => {
        const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[i] ?? [], spot];
        return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
      }).length % 2 === 1; // prettier-ignore
    for (const { properties, geometry } of districtMap.features)
      expect(inside(properties.cp, geometry.coordinates[0] ?? [])).toBe(true);
    expect(districtAreas.map(area => area.code)).toEqual(['CORE', 'LUORONG', 'LUOBU']);
  });
});
