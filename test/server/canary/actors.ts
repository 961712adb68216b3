import { roles, type Role } from '../../../server/src/access/roles.ts';
import { systemViewer } from '../../../server/src/access/viewer.ts';
import { addDays } from '../../../server/src/kernel/days.ts';
import { signInWithSecondFactor } from '../../support/sign-in.ts';
import type { RunningHub } from '../hub.ts';
import { uscc } from '../hub.ts';

/** Somebody who asks: by what they are known, and with what they show it. */
export interface Actor {
  readonly name: string;
  readonly role: Role | null;
  readonly kind: 'TOKEN' | 'PERSON' | 'WALL' | 'ANONYMOUS';
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * People see what the program of their role sees, and each sign-in costs: in `npm test` those of some roles ask, in the
 * drill (`npm run drill -- --canaries`) everybody.
 */
const people: readonly Role[] =
  process.env['HEXIE_CANARY_PEOPLE'] === 'all' ? roles : ['HRSS', 'TOWN', 'ADMIN', 'SECURITY', 'AUDITOR'];

/** A wall, known by the key that stands behind the # of its link. */
async function wall({ services }: RunningHub): Promise<Actor> {
  const expiresOn = addDays(services.clock.today(), 30);
  const input = { name: '一楼大厅', pages: ['OVERVIEW' as const], expiresOn };
  const { path } = await services.access.wallLinkActs.create(systemViewer('test'), input);
  const [, key = ''] = (path ?? '').split('#');
  return { name: 'wall', role: null, kind: 'WALL', headers: { authorization: `Wall ${key}` } };
}

/** Every role as a program, people with a fresh second factor, a wall, and nobody. */
export async function everybody(hub: RunningHub): Promise<Actor[]> {
  const actors: Actor[] = [{ name: 'anonymous', role: null, kind: 'ANONYMOUS', headers: {} }, await wall(hub)];
  for (const role of roles) {
    const headers = { authorization: `Bearer ${await hub.token(role)}` };
    actors.push({ name: `${role} token`, role, kind: 'TOKEN', headers });
    if (!people.includes(role)) continue;
    const limits = role === 'TOWN' ? { town: 'LUORONG' } : role === 'ENTERPRISE' ? { enterprise: uscc } : {};
    const username = `canary-${role.toLowerCase()}`;
    const { password } = await hub.services.access.addPerson({ username, role, ...limits });
    const { cookie } = await signInWithSecondFactor(hub, username, password);
    actors.push({ name: `${role} person`, role, kind: 'PERSON', headers: { cookie, origin: 'http://localhost:4000' } });
  }
  return actors;
} // prettier-ignore
