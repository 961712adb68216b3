import type { Employer } from '../../server/src/demo/district.ts';
import { unionAsOf, type UnionRecord } from '../../server/src/demo/unions.ts';
import type { District } from '../../server/src/demo/write-demo.ts';
import { addDays, addMonths, type Day } from '../../server/src/kernel/days.ts';

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
    const members = this.#unionised(day).reduce((sum, u) => sum + Math.min(u.members, u.employer.staff), 0);
    return ratio(
      members,
      this.active(day).reduce((sum, e) => sum + e.staff, 0),
    );
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
