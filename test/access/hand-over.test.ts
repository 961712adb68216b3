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
