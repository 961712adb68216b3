import { describe, expect, it } from 'vitest';
import { startHub } from '../server/hub.ts';
import type { Outcome } from './attack/attack.ts';
import { attackDistricts, mostDistricts } from './attack/districts.ts';

/** `npm run drill -- --districts 200` attacks more of them, and prints what came of it. */
const asked = Number(process.env['HEXIE_ATTACKED_DISTRICTS'] ?? 0);
const districts = asked || 4;

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);

function table(outcomes: readonly Outcome[]): string {
  const widths = outcomes.flatMap(one => one.widths).sort((a, b) => a - b);
  const at = (share: number): string => String(widths[Math.floor((widths.length - 1) * share)] ?? '–');
  const figures: [string, number | string][] = [
    ['districts', outcomes.length],
    ['figures shown', sum(outcomes.map(({ shown }) => shown))],
    ['figures hidden', sum(outcomes.map(({ hidden }) => hidden))],
    ['small and shown', sum(outcomes.map(({ small }) => small.length))],
    ['worked out by the solver', sum(outcomes.map(({ pinned }) => pinned.length))],
    ['small, and a total by another name', sum(outcomes.map(({ toldByTotals }) => toldByTotals))],
    ['large, of no table, worked out', sum(outcomes.map(({ complements }) => complements))],
    ['width left open: least', at(0)],
    ['… one in a hundred', at(0.01)],
    ['… one in ten', at(0.1)],
    ['… the median', at(0.5)],
  ];
  return figures.map(([name, value]) => `${name.padEnd(36)}${value}`).join('\n');
}

describe('everything published of small districts', () => {
  it(
    'shows no small number and leaves none to somebody with an integer solver',
    async () => {
      const outcomes: Outcome[] = [];
      for (let seed = 1; outcomes.length < districts; seed++) {
        const hub = await startHub();
        try {
          outcomes.push(...(await attackDistricts(hub, Math.min(districts - outcomes.length, mostDistricts), seed)));
        } finally {
          await hub.close();
        }
      }
      if (asked) process.stdout.write(`${table(outcomes)}\n`);
      expect(outcomes.flatMap(({ small }) => small), 'shown').toEqual([]);
      expect(outcomes.flatMap(({ pinned }) => pinned), 'worked out').toEqual([]);
      // An attack on nothing would find nothing.
      expect(sum(outcomes.map(({ hidden }) => hidden))).toBeGreaterThan(100);
      expect(sum(outcomes.map(({ shown }) => shown))).toBeGreaterThan(100);
    },
    60_000 + districts * 60_000,
  );
}); // prettier-ignore
