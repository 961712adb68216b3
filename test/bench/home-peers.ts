import type { ClientBase } from 'pg';
import { readModels } from '../../server/src/catalogue/read-models.ts';
import { addDays, addMonths, type Day } from '../../server/src/kernel/days.ts';
import { settingsSql, sourcesOf } from '../../server/src/metrics/compose.ts';
import type { PageRequest } from './home-questions.ts';

const held = `x.starts <= day and day < coalesce(x.ends, 'infinity')`;

/**
 * What somebody would lay under PostGraphile to get the same figures from its aggregates: the definitions as views, and
 * a function for each that takes the day or the period. Its tables alone cannot say "in force on a day".
 */
export async function layPeerSchema(client: ClientBase): Promise<void> {
  const byDay = (name: string, view: string, where = 'true'): string =>
    `create function ${name}(day date) returns setof ${view} language sql stable as
      $$ select * from peer.${view} x where ${held} and ${where} $$`;
  const byPeriod = (name: string, column: string, where = 'true'): string =>
    `create function ${name}(since date, until date) returns setof public.dispute language sql stable as
      $$ select * from public.dispute x where ${column} between since and until and ${where} $$`;
  const statements = [
    'create schema peer',
    'set search_path to peer, public',
    `create view rm_setting as ${settingsSql()}`,
    // Each after those it is made of.
    ...sourcesOf(readModels.map(({ name }) => name).join(), readModels).models.map(
      ({ name, sql }) => `create view ${name} as ${sql}`,
    ),
    `create view active as select x.*, e.industry from rm_active_employer x join enterprise e on e.id = x.enterprise_id`,
    `create view unionised as select x.*, e.industry from rm_union_employer x join enterprise e on e.id = x.enterprise_id`,
    `create view signed as select *, least(workers, persons) as counted from rm_signed_headcount`,
    `create view joined as select *, least(members, persons) as counted from rm_union_headcount`,
    byDay('active_on', 'active'),
    byDay('unionised_on', 'unionised'),
    byDay('certified_on', 'rm_certified_employer'),
    byDay('headcount_on', 'rm_employer_headcount'),
    byDay('signed_on', 'signed'),
    byDay('joined_on', 'joined'),
    byDay('filed_on', 'rm_current_filing'),
    byDay('agreed_on', 'rm_union_agreement', `x.kind = 'COLLECTIVE'`),
    byDay('overdue_on', 'rm_overdue_dispute'),
    byPeriod('cases_filed', 'x.filed_on'),
    byPeriod('cases_closed', 'x.closed_on'),
    byPeriod('cases_settled', 'x.closed_on', `x.outcome = 'SETTLED'`),
    byPeriod('cases_major', 'x.filed_on', 'x.applicants >= 30'),
    'set search_path to public',
  ];
  for (const sql of statements) await client.query(sql);
}

const monthStart = (day: Day): Day => `${day.slice(0, 8)}01`;

/** The last twelve calendar months up to a day, the last one only as far as it goes. */
export function monthsUpTo(at: Day): { readonly first: Day; readonly last: Day }[] {
  return Array.from({ length: 12 }, (_, i) => {
    const first = addMonths(monthStart(at), i - 11);
    const end = addDays(addMonths(first, 1), -1);
    return { first, last: end < at ? end : at };
  });
}

/** The figures of the home page in the schema that PostGraphile derives, in as many requests as the page has pictures. */
export function peerRequests(at: Day): PageRequest[] {
  const count = (alias: string, field: string, args: string): string =>
    `${alias}: ${field}(${args}) { totalCount }`;
  const on = (day: Day): string => `day: "${day}"`;
  const during = ({ first, last }: { first: Day; last: Day }): string =>
    `since: "${first}", until: "${last}"`;
  const sum = (alias: string, field: string, column: string): string =>
    `${alias}: ${field}(${on(at)}) { aggregates { sum { ${column} } } }`;
  const months = monthsUpTo(at);
  const request = (name: string, fields: readonly string[]): PageRequest => ({
    name,
    body: JSON.stringify({ query: `query ${name} { ${fields.join(' ')} }` }),
  });
  return [
    request('scorecard', [
      count('certified', 'peerCertifiedOn', on(at)), count('employers', 'peerActiveOn', on(at)), sum('signed', 'peerSignedOn', 'counted'),
      sum('persons', 'peerHeadcountOn', 'persons'), count('filed', 'peerFiledOn', on(at)), count('unionised', 'peerUnionisedOn', on(at)),
      sum('members', 'peerJoinedOn', 'counted'), count('agreed', 'peerAgreedOn', on(at)),
      count('major', 'peerCasesMajor', during({ first: `${at.slice(0, 4)}-01-01`, last: at })),
    ]),
    request('path', months.flatMap(({ last }, i) => [
      count(`c${i}`, 'peerCertifiedOn', on(last)), count(`e${i}`, 'peerActiveOn', on(last)),
    ])),
    request('flow', months.flatMap((month, i) => [
      count(`f${i}`, 'peerCasesFiled', during(month)), count(`c${i}`, 'peerCasesClosed', during(month)),
      count(`s${i}`, 'peerCasesSettled', during(month)),
    ])),
    request('coverage', [
      `unionised: peerUnionisedOn(${on(at)}) { groupedAggregates(groupBy: [INDUSTRY]) { keys distinctCount { enterpriseId } } }`,
      `employers: peerActiveOn(${on(at)}) { groupedAggregates(groupBy: [INDUSTRY]) { keys distinctCount { enterpriseId } } }`,
    ]),
    request('overdue', [count('overdue', 'peerOverdueOn', on(at))]),
  ]; // prettier-ignore
}
