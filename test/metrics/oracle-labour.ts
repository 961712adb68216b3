import type { District } from './district.ts';
import { apart, by, shift, type Count, type Day, type Keep } from './oracle-days.ts';

/** Contracts, filings and inspections once more as plain loops; like the rest of the oracle it shares nothing with the engine. */

type Filing = District['filings'][number];

/** The newest filing of the day; of several on one day the one that came in last. Null also where it cancels. */
export function filingAt(facts: District, id: number, D: Day): Filing | null {
  let newest: Filing | null = null;
  for (const one of facts.filings) {
    if (one.enterprise_id === id && one.filed_on <= D && (!newest || one.filed_on >= newest.filed_on))
      newest = one;
  }
  return newest?.kind === 'CANCEL' ? null : newest;
}

/** Persons employed on the day. */
export const staffAt = (facts: District, id: number, D: Day): number =>
  filingAt(facts, id, D)?.workers ?? facts.employers.find(e => e.id === id)?.staff ?? 0;

type Contract = District['contracts'][number];
const holds = (c: Contract, D: Day): boolean =>
  c.starts_on <= D && (c.ends_on === null || D <= c.ends_on) && !by(c.terminated_on, D);

const verified = (facts: District, c: Contract, D: Day): boolean => {
  const of = (party: string) =>
    facts.signings.find(
      s => s.platform_no === c.platform_no && s.party === party && shanghai(s.signed_at) <= D,
    );
  const [a, b] = [of('EMPLOYER'), of('WORKER')];
  return !!a && !!b && a.digest === b.digest && (c.digest === null || c.digest === a.digest);
};
const shanghai = (moment: string): Day =>
  new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10);

/** What these stocks count among active employers. */
export function labourStock(
  key: string,
  facts: District,
  active: readonly { id: number }[],
  D: Day,
  keep: Keep,
): Count {
  const inForce = facts.contracts.filter(c => active.some(e => e.id === c.enterprise_id) && holds(c, D));
  const electronic = inForce.filter(c => c.electronic);
  const filed = active.flatMap(e => filingAt(facts, e.id, D) ?? []);
  const sum = (list: number[]): number => list.reduce((total, one) => total + one, 0);
  const staff = (id: number): number => staffAt(facts, id, D);
  switch (key) {
    case 'contract.signing': {
      const workers = (id: number) =>
        new Set(inForce.filter(c => c.enterprise_id === id).map(c => c.worker)).size;
      return {
        n: sum(active.map(e => Math.min(workers(e.id), staff(e.id)))),
        d: sum(active.map(e => staff(e.id))),
      };
    }
    case 'contract.electronic':
      return { n: electronic.length, d: inForce.length };
    case 'contract.verified':
      return { n: electronic.filter(c => verified(facts, c, D)).length, d: electronic.length };
    case 'contract.expiring':
      return { n: inForce.filter(c => c.ends_on && c.ends_on <= shift(D, 30)).length, d: null };
    case 'filing.coverage':
      return { n: filed.filter(f => f.filed_on >= shift(D, -365)).length, d: active.length };
    case 'filing.insured':
      return { n: sum(filed.map(f => Math.min(f.insured, f.workers))), d: sum(filed.map(f => f.workers)) };
    case 'filing.freshness':
      return {
        n: active.filter(e => (keep.freshness ?? filingAge(facts, e.id, D)) === filingAge(facts, e.id, D))
          .length,
        d: null,
      };
    case 'inspection.grade':
      return {
        n: active.filter(e => {
          const grade = gradeAt(facts, e.id, D);
          return grade && (keep.grade ?? grade) === grade;
        }).length,
        d: null,
      };
    default:
      throw new Error(key);
  }
}

/** The band of the days since the filing in force. */
function filingAge(facts: District, id: number, D: Day): string {
  const filing = filingAt(facts, id, D);
  if (!filing) return 'NONE';
  const days = apart(filing.filed_on, D);
  if (days <= 90) return 'DAYS_0_90';
  if (days <= 180) return 'DAYS_91_180';
  if (days <= 365) return 'DAYS_181_365';
  return days <= 730 ? 'DAYS_366_730' : 'DAYS_OVER_730';
}

function gradeAt(facts: District, id: number, D: Day): string | null {
  let newest: District['inspections'][number] | null = null;
  for (const one of facts.inspections) {
    if (one.enterprise_id !== id || !one.grade || one.checked_on > D) continue;
    if (!newest || one.checked_on >= newest.checked_on) newest = one;
  }
  return newest?.grade ?? null;
}

/** What these flows count over the days from–to. */
export function inspectionFlow(key: string, facts: District, from: Day, to: Day, keep: Keep): Count {
  const all = facts.inspections.filter((x, i) => (keep.employer?.(x.enterprise_id) ?? true) && (keep.inspection?.(i) ?? true));
  const inside = (day: Day | null): boolean => day !== null && from <= day && day <= to;
  const checked = all.filter(x => inside(x.checked_on));
  const due = all.filter(x => inside(x.correction_due_on));
  switch (key) {
    case 'inspection.checks': return { n: checked.length, d: null };
    case 'inspection.violation':
      return { n: checked.filter(x => x.filed === true || x.filed_on || x.correction_ordered_on).length, d: checked.length };
    case 'inspection.corrected':
      return { n: due.filter(x => x.corrected_on && x.corrected_on <= (x.correction_due_on ?? '')).length, d: due.length };
    case 'inspection.summons': return { n: all.filter(x => inside(x.summons_on)).length, d: null };
    default: throw new Error(key);
  }
} // prettier-ignore
