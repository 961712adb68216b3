import type { Scope } from '../../kernel/database.ts';
import { kindOfForm, recordKinds, recordOf, type RecordKind, type RecordPolicy } from './records.ts';
import { everyForm } from './forms.ts';

/** Adds a value to a statement and returns its place as SQL of this type. */
export type Bind = (value: unknown, cast: string) => string;

/** Asks of a row, under an alias, whether it exists for the scope. */
type Condition = (alias: string) => string;

/**
 * The policy as conditions on rows, by table: what row-level security asks, said by the statement itself, so that a list
 * is right also where nothing else would narrow it. A table that is not named is open to the scope as a whole.
 */
export function rowConditions(scope: Scope, bind: Bind): ReadonlyMap<string, Condition> {
  const found = new Map<string, Condition>();
  const towns = once(() => bind(scope.towns, 'text[]'));
  const channels = once(() => bind(scope.channels, 'text[]'));
  const sees = (kind: RecordKind): boolean => scope.kinds === '*' || (scope.kinds ?? []).includes(kind);
  const letters = everyForm.filter(form => sees(kindOfForm(form)));
  const ofEmployer = (column: string): Condition[] =>
    scope.towns === '*'
      ? []
      : [
          row =>
            `(${row}.${column} in (select e.id from public.enterprise e where e.town = any (${towns()}))) is true`,
        ];

  const conditionsOf = (policy: RecordPolicy): Condition[] => {
    const { town, channel, speaksOf = [] } = policy;
    const conditions: Condition[] = [];
    if ('employer' in town) conditions.push(...ofEmployer(town.employer));
    else if (scope.towns !== '*') conditions.push(row => `${row}.${town.own} = any (${towns()})`);
    if (channel && scope.channels !== '*') conditions.push(row => `${row}.${channel} = any (${channels()})`);
    if (speaksOf.length && letters.length < everyForm.length) {
      const forms = once(() => bind(letters, 'text[]'));
      conditions.push(row =>
        speaksOf.map(column => `coalesce(${row}.${column} = any (${forms()}), true)`).join(' and '),
      );
    }
    return conditions;
  };
  const employersOf = (kind: RecordKind, of: Condition[]): string =>
    `select d.enterprise_id from public.${recordOf(kind).table} d where ${of.map(one => one('d')).join(' and ') || 'true'}`;

  for (const kind of recordKinds) {
    const policy = recordOf(kind);
    const conditions = conditionsOf(policy);
    const isEmployer = !('employer' in policy.town);
    if (!sees(kind)) {
      const bringing = recordKinds.filter(one => isEmployer && recordOf(one).bringsEmployer && sees(one));
      const brought = bringing.map(one => employersOf(one, conditionsOf(recordOf(one)))).join(' union ');
      conditions.push(row => (brought ? `(${row}.id in (${brought})) is true` : 'false'));
    }
    if (!conditions.length) continue;
    const whole: Condition = row => conditions.map(one => one(row)).join(' and ');
    found.set(policy.table, whole);
    for (const part of policy.parts)
      found.set(
        part,
        row =>
          `(${row}.enterprise_id in (select w.id from public.${policy.table} w where ${whole('w')})) is true`,
      );
  }
  return found;
}

/**
 * The same of what was known at a moment: revisions of rows that exist for the scope today, and of these the ones that spoke
 * of an employer it may see. A case that was taken for another's stood against an employer that is none of the reader's.
 */
export function revisionConditions(scope: Scope, bind: Bind): ReadonlyMap<string, Condition> {
  const conditions = rowConditions(scope, bind);
  const among = (column: string, table: string): Condition[] => {
    const condition = conditions.get(table);
    if (!condition) return [];
    return [row => `${row}.${column} in (select p.id from public.${table} p where ${condition('p')})`];
  };
  const seesEmployers = scope.kinds === '*' || scope.kinds?.includes('Enterprise');
  const employerOf = new Map(
    recordKinds.flatMap(kind => {
      const { table, town, bringsEmployer } = recordOf(kind);
      const named = 'employer' in town && (bringsEmployer || seesEmployers);
      return named ? [[table, among(town.employer, 'enterprise')] as const] : [];
    }),
  );
  return new Map(
    [...conditions.keys()].map(table => {
      const all = [...among('id', table), ...(employerOf.get(table) ?? [])];
      return [table, row => all.map(one => one(row)).join(' and ')];
    }),
  );
}

/** The tables that a statement names, each shadowed by those of its rows that exist for the scope. */
export function shadows(scope: Scope, text: string, bind: Bind): string[] {
  return [...rowConditions(scope, bind)]
    .filter(([table]) => names(text, table))
    .map(
      ([table, condition]) =>
        `${table} as not materialized (select p.* from public.${table} p where ${condition('p')})`,
    );
}

const names = (text: string, table: string): boolean => new RegExp(`(?<![\\w.])${table}\\b`).test(text);

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
