import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemViewer, type Viewer } from '../../server/src/access/viewer.ts';
import { systemScope } from '../../server/src/kernel/database.ts';
import { startHub, type RunningHub } from './hub.ts';

let hub: RunningHub;
beforeAll(async () => void (hub = await startHub()));
afterAll(() => hub.close());

const day = 24 * 60 * 60_000;

/** The viewer behind a new session of the person, as a request would find it. */
async function viewer(username: string): Promise<Viewer> {
  const { people, sessions, identity } = hub.services.access;
  const { id } = await people.get(username);
  const begun = await hub.database.transaction(systemScope('test'), query =>
    sessions.begin(query, id, { address: null, agent: null }),
  );
  return identity.viewer({ authorization: undefined, session: begun?.secret }, 'zh');
}

/** Gives a person a role from today on, as the command line does. */
async function assign(username: string, grant: { role: string; town?: string }): Promise<void> {
  const { id, version } = await hub.services.access.people.get(username);
  const act = { person: String(id), version, reason: 'test', ...grant };
  await hub.services.access.roles.assign(systemViewer('test'), act);
}

describe('a role', () => {
  it('holds for its term, the last day included, and is gone the day after', async () => {
    await hub.services.access.addPerson({ username: 'term', role: 'UNION', endsOn: '2026-11-24' });
    expect(await viewer('term')).toMatchObject({ role: 'UNION', scope: { towns: '*' } });
    hub.wait(day);
    expect(await viewer('term')).toMatchObject({ role: 'UNION' });
    hub.wait(day);
    expect(await viewer('term')).toMatchObject({
      kind: 'PERSON',
      role: null,
      scope: { towns: [], channels: [] },
    });
  });

  it('is handed over: the old one ends, nothing of it is lost', async () => {
    await hub.services.access.addPerson({ username: 'moving', role: 'TOWN', town: 'LUOBU' });
    expect(await viewer('moving')).toMatchObject({ town: 'LUOBU', scope: { towns: ['LUOBU'] } });
    await assign('moving', { role: 'TOWN', town: 'LUORONG' });
    expect(await viewer('moving')).toMatchObject({ town: 'LUORONG', scope: { towns: ['LUORONG'] } });
    const rows = await hub.owner(`select town, ends_on is null as open from role_assignment
      join person p on p.id = person_id where username = 'moving' order by role_assignment.id`);
    expect(rows).toEqual([
      { town: 'LUOBU', open: false },
      { town: 'LUORONG', open: true },
    ]);
  });

  it('of the administrator, the security officer and the auditor never meet in one person', async () => {
    await hub.services.access.addPerson({ username: 'third', role: 'SECURITY' });
    for (const role of ['ADMIN', 'AUDITOR']) {
      await expect(assign('third', { role })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });

  it.each([
    ['a name that is taken', { username: 'Third', role: 'UNION' }, 'CONFLICT'],
    ['a name with a line break', { username: 'x\ny', role: 'UNION' }, 'BAD_USER_INPUT'],
    ['no role', { username: 'other', role: '' }, 'BAD_USER_INPUT'],
    ['a term that is over', { username: 'other', role: 'UNION', endsOn: '2020-01-01' }, 'BAD_USER_INPUT'],
  ])('is refused with %s', async (_what, input, code) => {
    await expect(hub.services.access.addPerson(input)).rejects.toMatchObject({ code });
  });
});
