import { addDays, isDay, type Day } from '../../kernel/days.ts';
import { demandVersion, DomainError, type Message } from '../../kernel/errors.ts';
import { reasonOf } from '../../kernel/reason.ts';
import { notNow, numberOf, perform, type ActParts } from '../access-act.ts';
import { checkGrant, type GrantInput } from '../grant-input.ts';
import type { Viewer } from '../viewer.ts';
import { changed, demandOther, lockPerson } from './locked-person.ts';
import { demandApart, demandKept, overlaps, termBy, termsOf, type Term } from './term-rules.ts';
import { TermWriter } from './term-writer.ts';
import { promisedAlready, handedOverAlready, holdsThen, over, wrongDay } from './role-refusals.ts';

/** What every act on roles says. */
interface RoleAct {
  readonly version: number;
  readonly reason: string;
  readonly idempotencyKey?: string | null | undefined;
}
/** A role to be given. */
export interface NewTerm extends RoleAct, GrantInput {
  readonly person: string;
  readonly startsOn?: Day | null | undefined;
  readonly endsOn?: Day | null | undefined;
}
/** A term to be ended: at once, or with a new last day. */
export interface TermEnd extends RoleAct {
  readonly assignment: string;
  readonly endsOn?: Day | null | undefined;
}
/** A term to be handed to a successor. */
export interface HandOver extends TermEnd {
  readonly to: string;
  readonly on?: Day | null | undefined;
}

/** Gives, ends and hands over roles; each term stays as it was given, and knows how it ended. */
export class RoleActs {
  readonly #parts: ActParts;
  readonly #terms: TermWriter;

  constructor(parts: ActParts) {
    this.#parts = parts;
    this.#terms = new TermWriter(parts.clock);
  }

  /** A term of the person that is running then ends the day before: whoever is given another desk leaves theirs. */
  assign(viewer: Viewer, input: NewTerm): Promise<{ assignment: number }> {
    const act = { act: 'assignRole', needs: 'role.write', input } as const;
    return perform(this.#parts, viewer, act, async query => {
      const [today, reason] = [this.#today, reasonOf(input.reason)];
      const person = await lockPerson(query, numberOf('Person', input.person));
      demandOther(viewer, person.id);
      demandVersion(input.version, person.version);
      const grant = await checkGrant(query, input);
      const { startsOn, endsOn } = this.#terms.days(input.startsOn ?? today, input.endsOn ?? null);
      if (person.disabled) throw notNow(disabledPerson);
      const terms = await termsOf(query, person.id);
      demandApart(terms, grant.role);
      const before = terms.filter(term => overlaps(term, startsOn, endsOn));
      for (const term of before) {
        const running = term.startsOn <= today || term.startsOn < startsOn;
        if (!running) throw promisedAlready(term);
        await this.#terms.end(query, viewer, term, { endsOn: addDays(startsOn, -1), reason });
      }
      const assignment = await this.#terms.begin(query, viewer, person.id, grant, {
        startsOn,
        endsOn,
        reason,
      });
      await demandKept(query, before.map(({ role }) => ({ role, from: startsOn }))); // prettier-ignore
      await changed(query, this.#parts.clock.now(), person.id, startsOn === today);
      const after = { ...grant, startsOn, endsOn };
      const event = { object: `Person:${person.id}`, purpose: reason, before: before.map(stated), after, detail: { assignment, ...after } }; // prettier-ignore
      return { answer: { assignment }, event };
    });
  }

  /** The holder stops early, at once or after a day that is said; what has not begun is taken back. */
  end(viewer: Viewer, input: TermEnd): Promise<{ assignment: number }> {
    const act = { act: 'endRole', needs: 'role.write', input } as const;
    return perform(this.#parts, viewer, act, async query => {
      const [today, reason] = [this.#today, reasonOf(input.reason)];
      const term = await termBy(query, numberOf('RoleAssignment', input.assignment));
      demandVersion(input.version, term.version);
      this.#demandRunning(term);
      const lastDay = input.endsOn ?? null;
      const latest = term.endsOn === null ? null : addDays(term.endsOn, -1);
      const earliest = term.startsOn > today ? term.startsOn : today;
      if (lastDay !== null && (lastDay < earliest || (latest !== null && lastDay > latest))) {
        throw wrongDay('endsOn', earliest, latest);
      }
      const endsOn = lastDay ?? addDays(earliest, -1);
      await this.#terms.end(query, viewer, term, { endsOn, reason });
      await demandKept(query, [{ role: term.role, from: addDays(endsOn, 1) }]);
      await changed(query, this.#parts.clock.now(), term.person, endsOn < today && term.startsOn <= today);
      const event = { object: `RoleAssignment:${term.id}`, purpose: reason, before: stated(term), after: { ...stated(term), endsOn }, detail: { person: term.person, role: term.role, endsOn } }; // prettier-ignore
      return { answer: { assignment: term.id }, event };
    });
  }

  /** The holder's term ends the day before, the successor's begins: on one day nobody and never two hold the office. */
  handOver(viewer: Viewer, input: HandOver): Promise<{ assignment: number; successor: number }> {
    const act = { act: 'handOverRole', needs: 'role.write', input } as const;
    return perform(this.#parts, viewer, act, async query => {
      const [today, reason] = [this.#today, reasonOf(input.reason)];
      const term = await termBy(query, numberOf('RoleAssignment', input.assignment));
      demandVersion(input.version, term.version);
      if (term.handedOverTo !== null) throw handedOverAlready();
      this.#demandRunning(term);
      const to = await lockPerson(query, numberOf('Person', input.to));
      demandOther(viewer, to.id);
      if (to.id === term.person) throw DomainError.badInput('to', toOneself);
      if (to.disabled) throw notNow(disabledPerson);
      const earliest = term.startsOn > today ? term.startsOn : today;
      const latest = term.endsOn === null ? null : addDays(term.endsOn, 1);
      const on = input.on ?? today;
      if (!isDay(on) || on < earliest || (latest !== null && on > latest))
        throw wrongDay('on', earliest, latest);
      const left = term.endsOn !== null && term.endsOn >= on ? term.endsOn : null;
      const { startsOn, endsOn } = this.#terms.days(on, input.endsOn ?? left);
      const theirs = await termsOf(query, to.id);
      demandApart(theirs, term.role);
      // Taking over must not silently take the successor's own office away from whoever counts on it.
      const then = theirs.find(one => overlaps(one, startsOn, endsOn));
      if (then) throw holdsThen(then);
      const successor = await this.#terms.begin(query, viewer, to.id, term, { startsOn, endsOn, reason });
      await this.#terms.end(query, viewer, term, {
        endsOn: addDays(on, -1),
        reason,
        handedOverTo: successor,
      });
      const now = this.#parts.clock.now();
      for (const person of [term.person, to.id]) await changed(query, now, person, on === today);
      const event = { object: `RoleAssignment:${term.id}`, purpose: reason, before: stated(term), after: { successor, startsOn, endsOn }, detail: { role: term.role, person: term.person, to: to.id, on, successor } }; // prettier-ignore
      return { answer: { assignment: term.id, successor }, event };
    });
  }

  get #today(): Day {
    return this.#parts.clock.today();
  }

  #demandRunning(term: Term): void {
    const ended = term.endsOn !== null && (term.endsOn < this.#today || term.endsOn < term.startsOn);
    if (ended) throw over();
  }
}

const stated = ({ id, person, role, town, enterprise, startsOn, endsOn }: Term): object => ({ id, person, role, town, enterprise, startsOn, endsOn }); // prettier-ignore

const disabledPerson: Message = {
  zh: '该账号已停用，请先启用。',
  en: 'The account is disabled; enable it first.',
};
const toOneself: Message = { zh: '不能移交给本人。', en: 'A role is handed to somebody else.' };
