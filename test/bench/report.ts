import { cpus } from 'node:os';
import type { Round } from './load.ts';
import type { Starts } from './starts.ts';

/** The medians of one district, by contender. */
export interface Figures {
  readonly name: string;
  readonly disputes: number;
  readonly of: (contender: string, pick: (round: Round) => number) => number;
  /** Our rate against a contender's: neighbours in time are compared, so that a busy machine slows both. */
  readonly within: (contender: string) => number;
}

/** What is to be reached. */
const targets = { toPostGraphile: 1.5, toPassThrough: 0.65, secondStartSeconds: 10 };

const contenders = { ours: 'Hexie Hub', postgraphile: 'PostGraphile 5', passThrough: 'pass-through' };
const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** The table for people and the record for programs. */
export function report(
  figures: readonly Figures[],
  employers: number,
  ready: Starts | undefined,
): { text: string; result: object; met: boolean } {
  const lines = [
    '',
    '50 employers with town and their first 10 disputes, over HTTP, 10 connections (medians)',
    '',
  ];
  const results = figures.map(({ name, disputes, of, within }) => {
    const rate = (contender: string): number => of(contender, round => round.requests);
    const toPostGraphile = rounded(within('postgraphile'));
    const toPassThrough = rounded(within('passThrough'));
    lines.push(`${name} (${employers} employers, ${disputes} disputes)`);
    lines.push(`  ${''.padEnd(16)}${'req/s'.padStart(8)}${'p50 ms'.padStart(9)}${'p99 ms'.padStart(9)}`);
    const rows = Object.entries(contenders).map(([key, label]) => {
      const row = {
        requestsPerSecond: rounded(rate(key), 1),
        p50: of(key, r => r.p50),
        p99: of(key, r => r.p99),
      };
      const cells = [
        row.requestsPerSecond.toFixed(0).padStart(8),
        String(row.p50).padStart(9),
        String(row.p99).padStart(9),
      ];
      lines.push(`  ${label.padEnd(16)}${cells.join('')}`);
      return [key, row] as const;
    });
    lines.push(`  ours / PostGraphile 5  ${toPostGraphile} × (target ≥ ${targets.toPostGraphile})`);
    lines.push(`  ours / pass-through    ${toPassThrough} × (target ≥ ${targets.toPassThrough})`, '');
    return {
      name,
      employers,
      disputes,
      ratios: { toPostGraphile, toPassThrough },
      ...Object.fromEntries(rows),
    };
  });
  if (ready) {
    lines.push(
      `first npm start ready in ${ready.first} s, second in ${ready.second} s (target ≤ ${targets.secondStartSeconds} s)`,
      '',
    );
  }
  const met =
    results.every(
      ({ ratios }) =>
        ratios.toPostGraphile >= targets.toPostGraphile && ratios.toPassThrough >= targets.toPassThrough,
    ) &&
    (!ready || ready.second <= targets.secondStartSeconds);
  lines.push(met ? 'Every target of this part is met.' : 'A target of this part is missed.', '');
  const machine = { cpus: cpus().length, node: process.version };
  return {
    text: lines.join('\n'),
    result: { met, targets, machine, districts: results, starts: ready ?? null },
    met,
  };
}
