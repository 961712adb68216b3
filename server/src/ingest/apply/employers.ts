import type { Query } from '../../kernel/database.ts';
import type { Day } from '../../kernel/days.ts';
import { nameKey } from '../../kernel/text.ts';

/** What a row's judgement may need to know of its employer; nothing personal. */
export interface KnownEmployer {
  readonly id: number;
  readonly uscc: string;
  readonly name: string;
  readonly staff: number;
  readonly foundedOn: Day;
  readonly status: string;
  readonly closedOn: Day | null;
}

/** What a row's employer turned out to be: one of the roster, or the reason why none. */
export type Match =
  | { readonly employer: KnownEmployer; readonly byName: string | null }
  | { readonly employer: null; readonly reason: ParkedReason };
export const parkedReasons = ['UNKNOWN_EMPLOYER', 'UNKNOWN_NAME', 'AMBIGUOUS_NAME'] as const;
export type ParkedReason = (typeof parkedReasons)[number];

/** The roster in memory: every employer by code, and by every name it bears or bore. */
export class Employers {
  readonly #byCode = new Map<string, KnownEmployer>();
  /** A name borne by two employers maps to null: it says nothing. */
  readonly #byName = new Map<string, KnownEmployer | null>();

  static async load(query: Query): Promise<Employers> {
    const employers = new Employers();
    const rows = await query<KnownEmployer & { names: string[] }>(
      `select e.id, e.uscc, e.staff, e.founded_on as "foundedOn", e.closed_on as "closedOn",
          array_append(array(select f.name_key from former_name f where f.enterprise_id = e.id), e.name_key) as names
         from enterprise e`,
    );
    for (const { names, ...employer } of rows) employers.#add(employer, names);
    return employers;
  }

  #add(employer: KnownEmployer, names: readonly string[]): void {
    this.#byCode.set(employer.uscc, employer);
    for (const name of new Set(names)) this.#byName.set(name, this.#byName.has(name) ? null : employer);
  }

  /** By code; by name only where the row has no code, and only when exactly one employer answers to it. */
  match(uscc: string | null, name: string | null): Match {
    if (uscc) {
      const employer = this.#byCode.get(uscc);
      return employer ? { employer, byName: null } : { employer: null, reason: 'UNKNOWN_EMPLOYER' };
    }
    const key = nameKey(name ?? '');
    const employer = this.#byName.get(key);
    if (employer) return { employer, byName: key };
    return { employer: null, reason: employer === null ? 'AMBIGUOUS_NAME' : 'UNKNOWN_NAME' };
  }

  /** Names that more than one employer answers to. */
  ambiguousNames(): string[] {
    return [...this.#byName].filter(([, employer]) => employer === null).map(([name]) => name);
  }
}
