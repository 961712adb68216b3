import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemViewer } from '../../server/src/access/viewer.ts';
import { accessHub, termFields, type AccessHub, type TermRead } from './support.ts';

let its: AccessHub;
beforeAll(async () => void (its = await accessHub()));
afterAll(() => its.hub.close());

const day = 86_400_000;
const reason = '领导小组撤销，职责移交';
const heldBy = async (id: string): Promise<TermRead> => (await its.person(id)).role as TermRead;
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
      const { terms, directory } = its.hub.services.access;
      const viewer = systemViewer('test');
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
    const { id, version } = await its.person(its.who('MEMBER').id);
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
