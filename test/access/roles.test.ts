import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessHub, termFields, type AccessHub, type TermRead } from './support.ts';

let its: AccessHub;
beforeAll(async () => void (its = await accessHub()));
afterAll(() => its.hub.close());

const day = 86_400_000;
const reason = '领导小组撤销，职责移交';
const handed = `assignment { ${termFields} } successor { ${termFields} }`;
interface HandedOver {
  readonly assignment: TermRead;
  readonly successor: TermRead;
}
const heldBy = async (id: string): Promise<TermRead> => (await its.person(id)).role as TermRead;
const handOver = (term: TermRead, to: string, more: object = {}) =>
  its.act(
    'SECURITY',
    'handOverRole',
    { assignment: term.id, version: term.version, to, reason, ...more },
    handed,
  );
const message = ({ errors }: { errors: readonly { message: string }[] }) => errors[0]?.message;

describe('a role', () => {
  it('is given for a term, with a reason and by whom, and the person may act at once', async () => {
    const { id } = await its.account('fresh');
    const term = await its.assign(id, { role: 'TOWN', town: 'luobu', endsOn: '2026-12-31' });
    expect(term).toMatchObject({
      role: 'TOWN', town: { code: 'LUOBU', name: 'Luobu Town' }, startsOn: '2026-11-23', endsOn: '2026-12-31', state: 'HELD',
      reason: '工作需要', assignedBy: 'security', version: 1, person: { id, username: 'fresh' }, handedOverTo: null, endedBy: null,
    });
    const [, number] = id.split(':');
    const cookie = await its.browser(Number(number));
    const { data } = await its.ask({ id, username: 'fresh', cookie }, '{ viewer { role town { code } } }');
    expect(data).toEqual({ viewer: { role: 'TOWN', town: { code: 'LUOBU' } } });
  }); // prettier-ignore

  it('may begin on a later day, and holds from that day on', async () => {
    const { id } = await its.account('later');
    const term = await its.assign(id, { role: 'UNION', startsOn: '2026-11-25', endsOn: '2026-11-26' });
    expect(term.state).toBe('PLANNED');
    expect((await its.person(id)).role).toBeNull();
    for (const [state, role] of [['PLANNED', null], ['HELD', 'UNION'], ['HELD', 'UNION'], ['ENDED', null]] as const) {
      its.hub.wait(day);
      its.who('SECURITY');
      const { terms, directory } = its.hub.services.access;
      const viewer = (await import('../../server/src/access/viewer.ts')).systemViewer('test');
      expect((await terms.standing(viewer, Number(term.id.split(':')[1]))).state).toBe(state);
      const cookie = await its.browser(Number(id.split(':')[1]));
      expect((await its.ask({ id, username: 'later', cookie }, '{ viewer { role } }')).data).toEqual({ viewer: { role } });
      expect(await directory.one(viewer, id)).toMatchObject({ id });
    }
    its.hub.wait(-4 * day);
  }); // prettier-ignore

  it('another one takes the place of: the term that was running ends the day before, and its sessions with it', async () => {
    const { id, cookie, username } = await its.someone('moving', 'UNION');
    await its.hub.owner(`update role_assignment set starts_on = '2026-01-01' where id = $1`, [
      Number((await heldBy(id)).id.split(':')[1]),
    ]);
    await its.assign(id, { role: 'HRSS' });
    expect((await its.ask({ id, cookie, username }, '{ disputes { totalCount } }')).code).toBe(
      'UNAUTHENTICATED',
    );
    expect((await its.person(id)).assignments).toMatchObject([
      { role: 'HRSS', state: 'HELD', startsOn: '2026-11-23', endsOn: null },
      { role: 'UNION', state: 'ENDED', startsOn: '2026-01-01', endsOn: '2026-11-22' },
    ]);
    // A later term of another role leaves today's as it is until then, and its sessions too.
    const later = await its.assign(id, { role: 'OFFICE', startsOn: '2027-01-01' });
    expect((await its.person(id)).assignments).toMatchObject([
      { role: 'OFFICE', state: 'PLANNED' },
      { role: 'HRSS', state: 'HELD', endsOn: '2026-12-31' },
      { role: 'UNION' },
    ]);
    // What was promised by an act of its own is not taken back by another act in passing.
    const over = {
      person: id,
      version: await its.version(id),
      reason,
      role: 'UNION',
      startsOn: '2026-12-01',
      endsOn: '2027-02-01',
    };
    const refused = await its.act('SECURITY', 'assignRole', over, 'assignment { id }');
    expect([refused.code, message(refused)]).toEqual(['INVALID_TRANSITION', expect.stringContaining('OFFICE from 2027-01-01')]); // prettier-ignore
    // Taken back before it begins it was never held, and the person is free from then on.
    const back = { assignment: later.id, version: later.version, reason };
    const { assignment } = await its.done<{ assignment: TermRead }>('SECURITY', 'endRole', back, `assignment { ${termFields} }`); // prettier-ignore
    expect(assignment).toMatchObject({ state: 'WITHDRAWN', endsOn: '2026-12-31', endReason: reason, endedBy: 'security' }); // prettier-ignore
    await its.assign(id, { role: 'UNION', startsOn: '2026-12-01', endsOn: '2027-02-01' });
  });

  it.each([
    ['no town', { role: 'TOWN' }, 'town'],
    ['a town for a department', { role: 'HRSS', town: 'LUOBU' }, 'town'],
    ['a town that does not exist', { role: 'TOWN', town: 'ATLANTIS' }, 'town'],
    ['an employer without a code', { role: 'ENTERPRISE' }, 'enterprise'],
    ['a first day that is over', { role: 'UNION', startsOn: '2026-11-22' }, 'startsOn'],
    [
      'a last day before the first',
      { role: 'UNION', startsOn: '2026-12-02', endsOn: '2026-12-01' },
      'endsOn',
    ],
    ['no reason', { role: 'UNION', reason: '  ' }, 'reason'],
    ['a reason without end', { role: 'UNION', reason: '长'.repeat(501) }, 'reason'],
  ])('is refused with %s', async (_what, input, field) => {
    const { id, version } = its.who('MEMBER').id
      ? await its.person(its.who('MEMBER').id)
      : { id: '', version: 0 };
    const all = { person: id, version, reason, ...input };
    const answer = await its.act('SECURITY', 'assignRole', all, 'assignment { id }');
    expect([answer.code, Object.keys(answer.errors[0]?.extensions.fields ?? {})]).toEqual([
      'BAD_USER_INPUT',
      [field],
    ]);
    expect((await its.person(id)).version).toBe(version);
  });

  it('is refused to a barred account, to nobody, and on a stale version', async () => {
    const { id, version } = await its.account('gone');
    await its.done('ADMIN', 'disablePerson', { person: id, version }, 'person { id }');
    const ask = (input: object) =>
      its.act('SECURITY', 'assignRole', { person: id, version: version + 1, role: 'UNION', reason, ...input }, 'assignment { id }'); // prettier-ignore
    expect((await ask({})).code).toBe('INVALID_TRANSITION');
    expect((await ask({ person: 'Person:999999' })).code).toBe('NOT_FOUND');
    expect((await ask({ person: 'RoleAssignment:1' })).code).toBe('NOT_FOUND');
    const stale = await ask({ version });
    expect([stale.code, stale.errors[0]?.extensions]).toMatchObject(['CONFLICT', { version: version + 1 }]);
  });
});

describe('a term', () => {
  it('is ended on a later day, then at once; then it is over', async () => {
    const someone = await its.someone('leaving', 'UNION');
    const end = async (endsOn?: string) => {
      const { id, version } = (await its.person(someone.id)).assignments[0] as TermRead;
      return its.act('SECURITY', 'endRole', { assignment: id, version, reason, endsOn }, `assignment { ${termFields} }`); // prettier-ignore
    };
    for (const [wrong, expected] of [['2026-11-22', 'BAD_USER_INPUT'], ['2026-12-31', undefined], ['2027-01-31', 'BAD_USER_INPUT'], ['2026-12-31', 'BAD_USER_INPUT']] as const)
      expect([wrong, (await end(wrong)).code]).toEqual([wrong, expected]);
    expect((await its.ask(someone, '{ viewer { role } }')).data).toEqual({ viewer: { role: 'UNION' } });
    const { over } = await its.follow({ cookie: someone.cookie });
    const began = performance.now();
    expect((await end()).data).toMatchObject({ done: { assignment: { state: 'ENDED', endsOn: '2026-11-22' } } });
    expect((await its.ask(someone, '{ unions { totalCount } }')).code).toBe('UNAUTHENTICATED');
    await over;
    expect(performance.now() - began).toBeLessThan(2_600);
    expect((await end()).code).toBe('INVALID_TRANSITION');
  }); // prettier-ignore

  it('of the last administrator and of the last security officer is not ended, not even for a later day', async () => {
    for (const role of ['ADMIN', 'SECURITY'] as const) {
      const { id, version } = await heldBy(its.who(role).id);
      for (const endsOn of [undefined, '2026-12-31']) {
        const answer = await its.act('SECURITY', 'endRole', { assignment: id, version, reason, endsOn }, 'assignment { id }'); // prettier-ignore
        expect([role, answer.code]).toEqual([role, 'INVALID_TRANSITION']);
      }
    }
    const { id } = its.who('ADMIN');
    const instead = { person: id, version: await its.version(id), role: 'UNION', reason };
    expect((await its.act('SECURITY', 'assignRole', instead, 'assignment { id }')).code).toBe(
      'INVALID_TRANSITION',
    );
  });
});

describe('handing over', () => {
  it('ends one term and begins the other on the same day, linked, and both people come in anew', async () => {
    const [from, to] = [await its.someone('office.a', 'OFFICE'), await its.account('office.b')];
    const answer = await handOver(await heldBy(from.id), to.id);
    expect(answer.data).toMatchObject({
      done: {
        assignment: { state: 'ENDED', endsOn: '2026-11-22', endReason: reason, handedOverTo: { person: { username: 'office.b' } } },
        successor: { role: 'OFFICE', state: 'HELD', startsOn: '2026-11-23', endsOn: null, reason, assignedBy: 'security' },
      },
    });
    expect((await its.ask(from, '{ meetings: viewer { role } }')).data).toEqual({ meetings: { role: null } });
    expect((await its.person(to.id)).role).toMatchObject({ role: 'OFFICE' });
  }); // prettier-ignore

  it('on a later day leaves everybody where they are until then', async () => {
    const [from, to] = [await its.someone('town.a', 'TOWN', { until: '2027-06-17' }), await its.account('town.b')]; // prettier-ignore
    const answer = await handOver(await heldBy(from.id), to.id, { on: '2026-12-01' });
    expect(answer.data).toMatchObject({
      done: {
        assignment: { state: 'HELD', endsOn: '2026-11-30' },
        // The town goes with the office, and so does what is left of the term.
        successor: {
          state: 'PLANNED',
          startsOn: '2026-12-01',
          endsOn: '2027-06-17',
          town: { code: 'LUOBU' },
        },
      },
    });
    expect((await its.ask(from, '{ viewer { role } }')).data).toEqual({ viewer: { role: 'TOWN' } });
    const roleOn = async (id: string): Promise<unknown> => {
      const cookie = await its.browser(Number(id.split(':')[1]));
      return (await its.ask({ id, username: '', cookie }, '{ viewer { role } }')).data?.['viewer'];
    };
    its.hub.wait(7 * day);
    expect([await roleOn(from.id), await roleOn(to.id)]).toEqual([{ role: 'TOWN' }, { role: null }]);
    its.hub.wait(day);
    expect([await roleOn(from.id), await roleOn(to.id)]).toEqual([{ role: null }, { role: 'TOWN' }]);
    its.hub.wait(-8 * day);
    const term = (await its.person(from.id)).assignments[0] as TermRead;
    expect((await handOver(term, its.who('MEMBER').id)).code).toBe('INVALID_TRANSITION');
  });

  it('is refused to oneself, to the barred, to who holds an office then, before today and after the term', async () => {
    const from = await its.someone('union.a', 'UNION', { until: '2026-12-31' });
    const busy = await its.someone('union.busy', 'MEMBER');
    const free = await its.account('union.free');
    const barred = await its.account('union.barred');
    await its.done('ADMIN', 'disablePerson', { person: barred.id, version: barred.version }, 'person { id }');
    const term = await heldBy(from.id);
    const refusals: [string, object, string][] = [
      [from.id, {}, 'BAD_USER_INPUT'],
      [barred.id, {}, 'INVALID_TRANSITION'],
      [busy.id, {}, 'INVALID_TRANSITION'],
      [busy.id, { on: '2026-12-20' }, 'INVALID_TRANSITION'],
      [its.who('SECURITY').id, {}, 'FORBIDDEN'],
      ['Person:999999', {}, 'NOT_FOUND'],
      [free.id, { on: '2026-11-22' }, 'BAD_USER_INPUT'],
      [free.id, { on: '2027-01-02' }, 'BAD_USER_INPUT'],
      [free.id, { on: '2026-12-05', endsOn: '2026-12-04' }, 'BAD_USER_INPUT'],
      [free.id, { reason: '' }, 'BAD_USER_INPUT'],
      [free.id, { version: term.version + 1 }, 'CONFLICT'],
    ];
    for (const [to, more, code] of refusals)
      expect([to, more, (await handOver(term, to, more)).code]).toEqual([to, more, code]);
    expect(await heldBy(from.id)).toEqual(term);
    // The day after the last is the day of a successor.
    const next = await handOver(term, free.id, { on: '2027-01-01' });
    expect(next.data).toMatchObject({ done: { assignment: { endsOn: '2026-12-31' }, successor: { endsOn: null } } }); // prettier-ignore
  });

  it('of the whole leading group on the day it dissolves takes one act each, and leaves no day without an office', async () => {
    const group = ['LEADER', 'HRSS', 'INDUSTRY', 'COURT', 'SECURITY', 'ADMIN'] as const;
    const security = await its.someone('security.b', 'SECURITY');
    for (const role of group) {
      const to = await its.account(`heir.${role.toLowerCase()}`);
      const { id, version } = await heldBy(its.who(role).id);
      const input = { assignment: id, version, to: to.id, on: '2027-07-01', reason };
      const { successor } = await its.done<HandedOver>(security, 'handOverRole', input, handed);
      expect(successor).toMatchObject({ role, startsOn: '2027-07-01', state: 'PLANNED' });
    }
    const [gap] = await its.hub.owner(`select count(*)::int as n from role_assignment a
      join role_assignment s on s.id = a.handed_over_to where s.starts_on <> a.ends_on + 1 or s.role <> a.role`);
    expect(gap).toEqual({ n: 0 });
  });
});

it('asked twice under one key it is given once, and answered alike', async () => {
  const { id, version } = await its.account('twice');
  const input = { person: id, version, role: 'UNION', reason, idempotencyKey: 'minutes 7' };
  const answers = [];
  for (let n = 0; n < 2; n++) answers.push(await its.act('SECURITY', 'assignRole', input, `assignment { ${termFields} }`)); // prettier-ignore
  expect(answers[1]?.data).toEqual(answers[0]?.data);
  expect((await its.person(id)).assignments).toHaveLength(1);
  const other = await its.act('SECURITY', 'assignRole', { ...input, role: 'HRSS' }, 'assignment { id }');
  expect(other.code).toBe('CONFLICT');
});

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
