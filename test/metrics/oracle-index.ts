import type { District } from './district.ts';
import { flowOver, stockAt } from './oracle.ts';
import { shift, years, type Day, type Keep } from './oracle-days.ts';

/** The nine parts with their weights; the target of certification is the path's of the day. */
const parts: [key: string, weight: number, target: number | 'path'][] = [
  ['contract.signing', 15, 0.97], ['dispute.success', 20, 0.8], ['filing.insured', 10, 0.95],
  ['inspection.corrected', 10, 0.95], ['union.coverage', 8, 0.92], ['union.collective', 7, 0.9],
  ['dispute.onTime', 15, 1], ['incident.major', 10, 0], ['certification.rate', 5, 'path'],
]; // prettier-ignore
const flows = ['dispute.success', 'inspection.corrected', 'dispute.onTime', 'incident.major'];

/** The harmony index of a day in plain floating point, and the parts that it leaves out. */
export function indexAt(facts: District, D: Day, keep: Keep = {}): { value: number | null; left: string[] } {
  let [points, weights] = [0, 0];
  const left: string[] = [];
  for (const [key, weight, stated] of parts) {
    const from = shift(years(D, -1), 1);
    const { n, d } = flows.includes(key) ? flowOver(key, facts, from, D, keep) : stockAt(key, facts, D, keep);
    if (d === 0) {
      left.push(key);
      continue;
    }
    weights += weight;
    if (d === null) {
      points += n === 0 ? weight : 0;
      continue;
    }
    const past = (Date.parse(D) - Date.parse('2022-06-17')) / 864e5;
    const target = stated === 'path' ? (0.9 * Math.min(197, Math.max(0, past))) / 197 : stated;
    points += target === 0 ? weight : Math.min(1, n / d / target) * weight;
  }
  return { value: weights ? (100 * points) / weights : null, left };
}
