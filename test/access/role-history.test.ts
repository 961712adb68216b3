import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessHub, termFields, type AccessHub, type TermRead } from './support.ts';

let its: AccessHub;
beforeAll(async () => void (its = await accessHub()));
afterAll(() => its.hub.close());

const reason = '领导小组撤销，职责移交';
const handed = `assignment { ${termFields} } successor { ${termFields} }`;
const handOver = (term: TermRead, to: string, more: object = {}) =>
  its.act(
    'SECURITY',
    'handOverRole',
    { assignment: term.id, version: term.version, to, reason, ...more },
    handed,
  );

it('the history of roles is what was done, in any order of acts: no overlap, no rewriting, one trail entry for each', async () => {
  const people = await Promise.all([1, 2, 3].map(n => its.account(`random.${n}`)));
  const acts = fc.array(
    fc.record({
      kind: fc.constantFrom('assign', 'end', 'handOver'),
      who: fc.nat(2),
      to: fc.nat(2),
      role: fc.constantFrom('UNION', 'HRSS', 'AUDITOR', 'ADMIN', 'SECURITY'),
      starts: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
      ends: fc.option(fc.integer({ min: 0, max: 12 }), { nil: null }),
    }),
    { minLength: 4, maxLength: 8 },
  );
  const dayOn = (offset: number | null): string | null =>
    offset === null ? null : `2026-12-${String(10 + offset)}`;
  const rows = () => its.hub.owner('select id, person_id, role, town, starts_on, reason, assigned_by, created_at from role_assignment order by id'); // prettier-ignore
  const counts = async () => {
    const [one] = await its.hub.owner(`select (select count(*) from audit_entry where act in ('assignRole', 'endRole', 'handOverRole')
      and outcome = 'DONE')::int as entries, (select count(*) from role_assignment)::int as terms`);
    return one as { entries: number; terms: number };
  };
  await fc.assert(
    fc.asyncProperty(acts, async steps => {
      for (const { kind, who, to, role, starts, ends } of steps) {
        const [before, counted] = [await rows(), await counts()];
        const person = await its.person(people[who]?.id ?? '');
        const term = person.assignments[0];
        const days = { startsOn: dayOn(starts), endsOn: dayOn(ends) };
        const { code } =
          kind === 'assign' || !term
            ? await its.act('SECURITY', 'assignRole', { person: person.id, version: person.version, role, reason, ...days }, 'assignment { id }')
            : kind === 'end'
              ? await its.act('SECURITY', 'endRole', { assignment: term.id, version: term.version, reason, endsOn: days.endsOn }, 'assignment { id }')
              : await handOver(term, people[to]?.id ?? '', { on: days.startsOn });
        expect(['BAD_USER_INPUT', 'INVALID_TRANSITION', undefined]).toContain(code);
        const [after, now] = [await rows(), await counts()];
        expect(after.slice(0, before.length)).toEqual(before);
        expect(after.length - before.length).toBe(code || (kind === 'end' && term) ? 0 : 1);
        expect(now.entries - counted.entries).toBe(code ? 0 : 1);
      }
      const [wrong] = await its.hub.owner(`select count(*)::int as n from role_assignment a join role_assignment b
        on a.person_id = b.person_id and a.id < b.id and daterange(a.starts_on, a.ends_on + 1) && daterange(b.starts_on, b.ends_on + 1)`);
      expect(wrong).toEqual({ n: 0 });
      for (const { id } of people) {
        const { role, assignments } = await its.person(id);
        expect(assignments.filter(one => one.state === 'HELD')).toEqual(role ? [expect.objectContaining({ id: role.id })] : []);
      }
    }),
    { numRuns: 6 },
  );
}, 30_000); // prettier-ignore

describe('the list of terms', () => {
  it('is read by administrator, security officer and auditor, who sees who holds an office but nothing of the account', async () => {
    const query = `{ roleAssignments(first: 5) { totalCount nodes { ${termFields} } } }`;
    for (const role of ['ADMIN', 'SECURITY', 'AUDITOR'] as const) {
      const { data, errors } = await its.ask(role, query);
      expect(errors).toEqual([]);
      expect((data?.['roleAssignments'] as { nodes: object[] }).nodes).toHaveLength(5);
    }
    for (const field of ['hasPassword', 'secondFactor', 'mustChangePassword', 'lastSignInAt', 'identities { issuer }']) {
      const { code } = await its.ask('AUDITOR', `{ roleAssignments(first: 1) { nodes { person { ${field} } } } }`);
      expect([field, code]).toEqual([field, 'FORBIDDEN']);
    }
  }); // prettier-ignore

  it('is narrowed to a person, a role and a day, and paged', async () => {
    const query = `query ($filter: RoleAssignmentFilter, $after: String) { roleAssignments(filter: $filter, first: 2, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { id role startsOn person { username } } } }`;
    const read = async (filter: object, after: string | null = null) => {
      const { data } = await its.ask('AUDITOR', query, { filter, after });
      return data?.['roleAssignments'] as { totalCount: number; pageInfo: { endCursor: string }; nodes: { id: string; person: { username: string } }[] }; // prettier-ignore
    };
    const of = await read({ person: its.who('COURT').id });
    expect(of.nodes).toMatchObject([{ role: 'COURT', person: { username: 'court' } }]);
    expect((await read({ role: 'LEADER', on: '2026-11-23' })).nodes).toMatchObject([{ person: { username: 'leader' } }]); // prettier-ignore
    expect((await read({ role: 'LEADER', on: '2026-11-22' })).totalCount).toBe(0);
    const [first] = [await read({ role: 'SECURITY' })];
    const second = await read({ role: 'SECURITY' }, first?.pageInfo.endCursor);
    const ids = [...(first?.nodes ?? []), ...second.nodes].map(one => Number(one.id.split(':')[1]));
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
