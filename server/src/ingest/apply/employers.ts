import type { Query } from '../../kernel/database.ts';
import type { Day } from '../../kernel/days.ts';
import { nameKey } from '../../kernel/text.ts';

/** What a row's judgement may need to know of its employer; nothing personal. */
export interface KnownEmployer {
  readonly id: number;
  readonly uscc: string;
  readonly staff: number;
  readonly foundedOn: Day;
  readonly closedOn: Day | null;
}

/** What a row's employer turned out to be: one of the roster, or the reason why none. */
export type Match =
  | { readonly employer: KnownEmployer; readonly byName: string | null }
  | { readonly employer: null; readonly reason: ParkedReason };
/** Why a row waits for its employer. */
export const parkedReasons = ['UNKNOWN_EMPLOYER', 'UNKNOWN_NAME', 'AMBIGUOUS_NAME'] as const;
export type ParkedReason = (typeof parkedReasons)[number];

/** The roster in memory: every employer by code, and by every name it bears, bore, or was said by a person to mean. */
export class Employers {
  readonly #byCode = new Map<string, KnownEmployer>();
  /** A name borne by two employers maps to null: it says nothing. */
  readonly #byName = new Map<string, KnownEmployer | null>();
  /** What a person has said goes before what the roster says: name → code. */
  readonly #byPerson = new Map<string, string>();

  /** `without`: employers that are about to leave the roster. */
  static async load(query: Query, without: readonly number[] = []): Promise<Employers> {
    const employers = new Employers();
    const rows = await query<KnownEmployer & { names: string[] }>(
      `select e.id, e.uscc, e.staff, e.founded_on as "foundedOn", e.closed_on as "closedOn",
          array_append(array(select f.name_key from former_name f where f.enterprise_id = e.id), e.name_key) as names
         from enterprise e where e.id <> all($1::bigint[])`,
      [without],
    );
    for (const { names, ...employer } of rows) employers.#add(employer, names);
    const matches = await query<{ name_key: string; uscc: string }>(
      'select name_key, uscc from name_match where undone_change is null',
    );
    for (const { name_key: name, uscc } of matches) employers.#byPerson.set(name, uscc);
    return employers;
  }

  #add(employer: KnownEmployer, names: readonly string[]): void {
    this.#byCode.set(employer.uscc, employer);
    for (const name of new Set(names)) this.#byName.set(name, this.#byName.has(name) ? null : employer);
  }

  /** By code; by name only where the row has no code, and only when a person said whose it is or exactly one answers to it. */
  match(uscc: string | null, name: string | null): Match {
    if (uscc) {
      const employer = this.#byCode.get(uscc);
      return employer ? { employer, byName: null } : { employer: null, reason: 'UNKNOWN_EMPLOYER' };
    }
    const key = nameKey(name ?? '');
    const employer = this.#named(key);
    if (employer) return { employer, byName: key };
    return { employer: null, reason: employer === null ? 'AMBIGUOUS_NAME' : 'UNKNOWN_NAME' };
  }

  #named(key: string): KnownEmployer | null | undefined {
    const said = this.#byPerson.get(key);
    return said === undefined ? this.#byName.get(key) : this.#byCode.get(said);
  }

  /** The codes and names to which an earlier roster had another answer. */
  since(before: Employers): { readonly codes: string[]; readonly names: string[] } {
    const codes = [...this.#byCode.keys()].filter(code => !before.#byCode.has(code));
    const maps = [before.#byName, before.#byPerson, this.#byName, this.#byPerson];
    const all = new Set(maps.flatMap(map => [...map.keys()]));
    const id = (roster: Employers, name: string): number | null | undefined => {
      const employer = roster.#named(name);
      return employer ? employer.id : employer;
    };
    return { codes, names: [...all].filter(name => id(this, name) !== id(before, name)) };
  }
}
