import type { District } from './district.ts';
import { apart, by, shift, years, type Count, type Day, type Keep } from './oracle-days.ts';
import { inspectionFlow, labourStock, staffAt } from './oracle-labour.ts';

/**
 * The catalogue's words once more as plain loops over plain facts, slow and separate: it shares no line with the
 * engine, so that the two agree only where both are right.
 */

/** What a stock counts at the end of a day. */
export function stockAt(key: string, facts: District, D: Day, keep: Keep = {}): Count {
  const employers = facts.employers.filter(e => (keep.employer?.(e.id) ?? true) && isActive(facts, e.id, D));
  const union = (id: number) =>
    facts.unions.find(u => u.enterprise_id === id && u.form !== 'NONE' && by(u.founded_on, D) && !by(u.dissolved_on, D));
  const unionised = employers.filter(e => union(e.id));
  const inForce = (from: Day | null | undefined, to: Day | null | undefined): boolean =>
    !!from && from <= D && (!to || D <= to);
  const of = (having: typeof employers, all: typeof employers): Count => ({ n: having.length, d: all.length });
  const validTo = (c: District['certifications'][number]): Day | null =>
    c.valid_to ?? (c.certified_on && shift(years(c.certified_on, keep.term ?? 3), -1));
  const valid = facts.certifications.filter(c => c.qualified && inForce(c.certified_on, validTo(c)) && !by(c.revoked_on, D));
  const certified = employers.filter(e => valid.some(c => c.enterprise_id === e.id));
  const heads = (id: number): number => staffAt(facts, id, D);
  const staff = employers.reduce((sum, e) => sum + heads(e.id), 0);
  const disputes = facts.disputes.filter((x, i) => (keep.employer?.(x.enterprise_id) ?? true) && (keep.dispute?.(i) ?? true));
  const open = disputes.filter(x => x.filed_on <= D && !by(x.closed_on, D));
  switch (key) {
    case 'certification.rate':
    case 'certification.gap':
      return of(certified, employers);
    case 'certification.stage':
      return { n: employers.filter(e => !keep.stage || stage(facts, e.id, D, validTo) === keep.stage).length, d: null };
    case 'certification.expiring':
      return { n: valid.filter(c => employers.some(e => e.id === c.enterprise_id) && apart(D, validTo(c) ?? D) <= 90).length, d: null };
    case 'union.coverage':
      return of(unionised, employers);
    case 'union.coverage25':
      return of(unionised.filter(e => union(e.id)?.form === 'OWN' && heads(e.id) >= 25), employers.filter(e => heads(e.id) >= 25));
    case 'union.membership':
      return { n: unionised.reduce((sum, e) => sum + Math.min(union(e.id)?.members ?? 0, heads(e.id)), 0), d: staff };
    case 'union.collective':
      return of(unionised.filter(e => inForce(union(e.id)?.collective_from, union(e.id)?.collective_to)), unionised);
    case 'union.wage':
      return of(unionised.filter(e => inForce(union(e.id)?.wage_from, union(e.id)?.wage_to)), unionised);
    case 'union.congress':
      return of(unionised.filter(e => union(e.id)?.congress), unionised);
    case 'union.disclosure':
      return of(unionised.filter(e => union(e.id)?.disclosure), unionised);
    case 'dispute.open':
      return { n: open.length, d: null };
    case 'dispute.overdue':
      return { n: open.filter(x => apart(x.filed_on, D) > 15).length, d: null };
    case 'dispute.rate':
      return { n: disputes.filter(x => x.filed_on > years(D, -1) && x.filed_on <= D).length, d: staff };
    default:
      return labourStock(key, facts, employers, D, keep);
  }
} // prettier-ignore

/** Founded, not closed, and not called suspended by the newest roster of the day. */
function isActive(facts: District, id: number, D: Day): boolean {
  const employer = facts.employers.find(e => e.id === id);
  if (!employer || employer.founded_on > D || by(employer.closed_on, D)) return false;
  const said = facts.statuses.filter(s => s.enterprise_id === id && s.stated_on <= D);
  const newest = said.sort((a, b) => (a.stated_on < b.stated_on ? -1 : 1)).at(-1);
  return newest?.status !== 'SUSPENDED';
}

type Application = District['certifications'][number];

function stage(facts: District, id: number, D: Day, validTo: (c: Application) => Day | null): string {
  const filed = facts.certifications.filter(c => c.enterprise_id === id && c.filed_on <= D);
  const c = filed.sort((a, b) => (a.filed_on < b.filed_on ? -1 : 1)).at(-1);
  if (!c) return 'NONE';
  if (by(c.revoked_on, D)) return 'REVOKED';
  const end = validTo(c);
  if (c.certified_on && end && end < D) return 'EXPIRED';
  if (by(c.certified_on, D)) return c.qualified ? 'CERTIFIED' : 'CLAIMED';
  if (by(c.notice_from, D)) return 'NOTICE';
  return c.review_score === null ? 'FILED' : 'SCORED';
}

/** What a flow counts over the days from–to, both inclusive. */
export function flowOver(key: string, facts: District, from: Day, to: Day, keep: Keep = {}): Count {
  const disputes = facts.disputes.filter((x, i) => (keep.employer?.(x.enterprise_id) ?? true) && (keep.dispute?.(i) ?? true));
  const inside = (day: Day | null): day is Day => day !== null && from <= day && day <= to;
  const filed = disputes.filter(x => inside(x.filed_on));
  const closed = disputes.filter(x => inside(x.closed_on));
  const settled = closed.filter(x => x.outcome === 'SETTLED');
  const both = closed.filter(x => x.accepted_on);
  const lost = closed.filter(x => x.job_lost);
  const before = shift(from, -1);
  const counted = (list: object[]): Count => ({ n: list.length, d: null });
  const of = (having: object[], all: object[]): Count => ({ n: having.length, d: all.length });
  switch (key) {
    case 'dispute.filed': return counted(filed);
    case 'dispute.accepted': return counted(disputes.filter(x => inside(x.accepted_on)));
    case 'dispute.closed': return counted(closed);
    case 'dispute.archived': return counted(disputes.filter(x => inside(x.archived_on)));
    case 'dispute.success': return of(settled, closed.filter(x => x.outcome === 'SETTLED' || x.outcome === 'FAILED'));
    case 'dispute.closing':
      return { n: closed.length, d: filed.length + disputes.filter(x => x.filed_on <= before && !by(x.closed_on, before)).length };
    case 'dispute.onTime': return of(closed.filter(x => apart(x.filed_on, x.closed_on ?? '') <= 15), closed);
    case 'dispute.duration':
      return { n: both.reduce((sum, x) => sum + apart(x.accepted_on ?? '', x.closed_on ?? ''), 0), d: both.length };
    case 'dispute.people': return { n: filed.reduce((sum, x) => sum + x.applicants, 0), d: null };
    case 'dispute.amount':
      return { n: filed.reduce((sum, x) => sum + Math.round((x.amount ?? 0) * 100), 0) / 100, d: null };
    case 'dispute.collective': return counted(filed.filter(x => x.applicants >= 10));
    case 'incident.major': return counted(filed.filter(x => x.applicants >= 30));
    case 'dispute.confirmed': return of(settled.filter(x => x.confirmed), settled);
    case 'dispute.performed': return of(settled.filter(x => x.performance === 'DONE'), settled);
    case 'dispute.reemployed':
      return of(lost.filter(x => x.reemployed_on && apart(x.closed_on ?? '', x.reemployed_on) <= 90), lost);
    default: return inspectionFlow(key, facts, from, to, keep);
  }
} // prettier-ignore
