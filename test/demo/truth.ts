import type { ContractRecord } from '../../server/src/demo/contracts.ts';
import type { Employer } from '../../server/src/demo/district.ts';
import type { FilingRecord } from '../../server/src/demo/filings.ts';
import { unionAsOf, type UnionRecord } from '../../server/src/demo/unions.ts';
import type { District } from '../../server/src/demo/write-demo.ts';
import { addDays, addMonths, daysBetween, type Day } from '../../server/src/kernel/days.ts';

/** A figure with what it is made of; counts have no parts. */
export interface Figure {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}

const ratio = (numerator: number, denominator: number): Figure => ({
  value: denominator ? numerator / denominator : null,
  numerator,
  denominator,
});
const within = (span: readonly [Day, Day] | undefined, day: Day): boolean =>
  !!span && span[0] <= day && day <= span[1];

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
/** Persons employed: of the filing in force, else of the roster. */
const headcount = (filings: ReadonlyMap<Employer, FilingRecord>, employer: Employer): number =>
  filings.get(employer)?.workers ?? employer.staff;

/** The district's figures computed straight from its truth, one employer after the other: slow, plain, and apart from the engine. */
export class Truth {
  readonly #district: District;
  readonly #lastRoster: Day;
  readonly #unions = new Map<Employer, UnionRecord>();

  constructor(district: District) {
    this.#district = district;
    this.#lastRoster = district.rosterDays.at(-1) as Day;
    for (const day of district.unionDays) {
      for (const union of district.unions) {
        const stated = unionAsOf(union, day);
        if (stated) this.#unions.set(union.employer, stated);
      }
    }
  }

  active(day: Day, town?: string): Employer[] {
    const [, previous] = this.#district.rosterDays.slice(-3);
    return this.#district.employers.filter(e => {
      const paused = e.paused && previous !== undefined && day >= previous && day < this.#lastRoster;
      const suspended = e.suspended && day >= this.#lastRoster;
      const listed = e.foundedOn <= this.#lastRoster && (town === undefined || e.town === town);
      const open = e.foundedOn <= day && !(this.#closing(e) && (this.#closing(e) as Day) <= day);
      return listed && open && !paused && !suspended;
    });
  }

  /** A closing after the last roster is not known to anybody yet. */
  #closing(employer: Employer): Day | undefined {
    return employer.closedOn && employer.closedOn <= this.#lastRoster ? employer.closedOn : undefined;
  }

  certificationRate(day: Day, town?: string): Figure {
    const certified = new Set(
      this.#district.certifications
        .filter(c => {
          const enough = 3 * (c.unionRepresentatives + c.workerRepresentatives) >= 2 * c.participants;
          const qualified = enough && c.internalNoticeOn && !c.objections && c.channels !== '政府网站';
          const to = c.certifiedOn && addDays(addMonths(c.certifiedOn, 36), -1);
          const held = c.certifiedOn && c.certifiedOn <= day && to && day <= to;
          return qualified && held && !(c.revokedOn && c.revokedOn <= day);
        })
        .map(c => c.employer),
    );
    const active = this.active(day, town);
    return ratio(active.filter(e => certified.has(e)).length, active.length);
  }

  #unionised(day: Day): UnionRecord[] {
    const active = new Set(this.active(day));
    return [...this.#unions.values()].filter(
      u =>
        active.has(u.employer) &&
        u.form !== 'NONE' &&
        u.foundedOn !== undefined &&
        u.foundedOn <= day &&
        !(u.dissolvedOn && u.dissolvedOn <= day),
    );
  }

  unionCoverage(day: Day): Figure {
    return ratio(this.#unionised(day).length, this.active(day).length);
  }

  membership(day: Day): Figure {
    const filings = this.#filings(day);
    const members = this.#unionised(day).map(u => Math.min(u.members, headcount(filings, u.employer)));
    return ratio(total(members), total(this.active(day).map(e => headcount(filings, e))));
  }

  /** The filing in force of each employer; a cancellation is none. */
  #filings(day: Day): Map<Employer, FilingRecord> {
    const found = new Map<Employer, FilingRecord>();
    for (const filing of this.#district.filings) {
      const before = found.get(filing.employer);
      if (filing.filedOn <= day && (!before || filing.filedOn >= before.filedOn))
        found.set(filing.employer, filing);
    }
    return new Map([...found].filter(([, filing]) => filing.kind !== '注销'));
  }

  #inForce(day: Day): ContractRecord[] {
    const active = new Set(this.active(day));
    return this.#district.contracts.filter(
      c =>
        active.has(c.employer) &&
        !c.flaw &&
        within([c.startsOn, c.endsOn ?? '9999-12-31'], day) &&
        !(c.terminatedOn && c.terminatedOn <= day),
    );
  }

  contracts(day: Day): Record<'signing' | 'electronic' | 'verified', Figure> & { expiring: number } {
    const filings = this.#filings(day);
    const inForce = this.#inForce(day);
    const workers = new Map<Employer, Set<string>>();
    for (const c of inForce) {
      if (!workers.has(c.employer)) workers.set(c.employer, new Set());
      workers.get(c.employer)?.add(c.idNumber);
    }
    const signed = [...workers].map(([employer, own]) => Math.min(own.size, headcount(filings, employer)));
    const electronic = inForce.filter(c => c.electronic);
    const verified = electronic.filter(c => {
      const own = c.signatures.filter(s => s.signedAt.slice(0, 10) <= day && s.digest === c.digest);
      return own.length === 2;
    });
    return {
      signing: ratio(total(signed), total(this.active(day).map(e => headcount(filings, e)))),
      electronic: ratio(electronic.length, inForce.length),
      verified: ratio(verified.length, electronic.length),
      expiring: inForce.filter(c => c.endsOn && c.endsOn <= addDays(day, 30)).length,
    };
  }

  filings(day: Day): Record<'coverage' | 'insured', Figure> {
    const active = this.active(day);
    const filings = this.#filings(day);
    const own = active.flatMap(e => filings.get(e) ?? []);
    const fresh = own.filter(f => daysBetween(f.filedOn, day) <= 365);
    return {
      coverage: ratio(fresh.length, active.length),
      insured: ratio(total(own.map(f => Math.min(f.insured, f.workers))), total(own.map(f => f.workers))),
    };
  }

  inspections(from: Day, to: Day): { checks: number; summons: number; violation: Figure; corrected: Figure } {
    const all = this.#district.inspections;
    const inside = (day: Day | undefined): boolean => day !== undefined && from <= day && day <= to;
    const checked = all.filter(i => inside(i.checkedOn));
    const due = all.filter(i => inside(i.dueOn));
    return {
      checks: checked.length,
      summons: all.filter(i => inside(i.summonsOn)).length,
      violation: ratio(checked.filter(i => i.orderedOn ?? i.filedOn).length, checked.length),
      corrected: ratio(
        due.filter(i => i.correctedOn && i.dueOn && i.correctedOn <= i.dueOn).length,
        due.length,
      ),
    };
  }

  agreement(day: Day, kind: 'collective' | 'wage'): Figure {
    const unionised = this.#unionised(day);
    return ratio(unionised.filter(u => within(u[kind], day)).length, unionised.length);
  }

  disputes(from: Day, to: Day): { filed: number; people: number; success: Figure } {
    const known = this.#district.disputes.filter(d => !d.flaw);
    const filed = known.filter(d => from <= d.filedOn && d.filedOn <= to);
    const closed = known.filter(d => d.closedOn && from <= d.closedOn && d.closedOn <= to);
    const settled = closed.filter(d => d.outcome === '调解成功').length;
    const failed = closed.filter(d => d.outcome === '调解不成').length;
    const people = filed.reduce((sum, d) => sum + d.applicants, 0);
    return { filed: filed.length, people, success: ratio(settled, settled + failed) };
  }
}
