import { setTimeout } from 'node:timers/promises';
import { roles, type Role } from '../../server/src/access/roles.ts';
import { systemScope } from '../../server/src/kernel/database.ts';
import { operation } from '../support/operations.ts';
import { startHub, uscc, type Answer, type RunningHub } from '../server/hub.ts';

/** Somebody signed in, with a password of their own and a second factor just proven. */
export interface Someone {
  readonly id: string;
  readonly username: string;
  readonly cookie: string;
}

/** The limits that a role needs. */
export const limitsOf = (role: Role): { town?: string; enterprise?: string } =>
  role === 'TOWN' ? { town: 'LUOBU' } : role === 'ENTERPRISE' ? { enterprise: uscc } : {};

export const personFields = `id username name disabledAt mustChangePassword hasPassword secondFactor version
  identities { issuer subject } role { id role town { code } startsOn endsOn state version }
  assignments { id role state startsOn endsOn version }`;
export const termFields = `id role town { code name } enterprise startsOn endsOn state reason assignedBy endedBy endReason
  version person { id username } handedOverTo { id person { username } startsOn }`;

/** A hub with somebody in every role, and everything a test asks it about access. */
export async function accessHub() {
  const hub: RunningHub = await startHub();

  /** An account without a role; how one is made, and the way in, are tested where they stand. */
  async function accountRow(username: string): Promise<number> {
    const [row] = await hub.owner<{ id: number }>(
      `insert into person (username, display_name, password_hash, must_change_password) values ($1, $1, 'none', false)
        returning id`,
      [username],
    );
    return Number(row?.id);
  }

  /** Somebody with a role since today, and their browser. */
  async function someone(username: string, role: Role, more: { until?: string } = {}): Promise<Someone> {
    const id = await accountRow(username);
    const { town = null, enterprise = null } = limitsOf(role);
    await hub.owner(
      `insert into role_assignment (person_id, role, town, enterprise_uscc, starts_on, ends_on) values ($1, $2, $3, $4, $5, $6)`,
      [id, role, town, enterprise, hub.services.clock.today(), more.until ?? null],
    );
    return { id: `Person:${id}`, username, cookie: await browser(id) };
  }

  /** A new session of a person whose second factor was proven just now. */
  async function browser(id: number): Promise<string> {
    const now = hub.services.clock.now();
    await hub.owner(
      `insert into second_factor (person_id, secret, confirmed_at) values ($1, '\\x00', $2) on conflict do nothing`,
      [id, now],
    );
    const begun = await hub.database.transaction(systemScope('test'), query =>
      hub.services.access.sessions.begin(query, id, { address: null, agent: null, provenAt: now }),
    );
    return `hub_session=${begun?.secret}`;
  }

  const officers = new Map<Role, Someone>();
  for (const role of roles) officers.set(role, await someone(role.toLowerCase(), role));

  const who = (role: Role): Someone => officers.get(role) as Someone;
  const ask = (by: Role | Someone, query: string, variables = {}): Promise<Answer> => {
    const { cookie } = typeof by === 'string' ? who(by) : by;
    return hub.graphql(query, { variables, headers: { cookie, 'accept-language': 'en' } });
  };

  /** Does an act and gives the whole answer. */
  const act = (by: Role | Someone, name: string, input: object, fields: string): Promise<Answer> => {
    const type = inputTypes[name] ?? `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    return ask(by, `mutation ($input: ${type}!) { done: ${name}(input: $input) { ${fields} } }`, { input });
  };

  /** Does an act that must not be refused, and gives its payload. */
  async function done<Payload>(by: Role | Someone, name: string, input: object, fields: string): Promise<Payload> {
    const { data, errors } = await act(by, name, input, fields);
    if (!data?.['done']) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    return data['done'] as Payload;
  } // prettier-ignore

  /** A person as the security officer reads them. */
  async function person(id: string): Promise<PersonRead> {
    const query = `query ($id: ID!) { person(id: $id) { ${personFields} } }`;
    const { data, errors } = await ask('SECURITY', query, { id });
    if (!data) throw new Error(JSON.stringify(errors));
    return data['person'] as PersonRead;
  }
  const version = async (id: string): Promise<number> => (await person(id)).version;

  /** Gives a role on the version that stands. */
  const assign = async (id: string, input: object): Promise<TermRead> => {
    const all = { person: id, version: await version(id), reason: '工作需要', ...input };
    const { assignment } = await done<{ assignment: TermRead }>('SECURITY', 'assignRole', all, `assignment { ${termFields} }`); // prettier-ignore
    return assignment;
  };
  const account = async (username: string): Promise<PersonRead> =>
    person(`Person:${await accountRow(username)}`);
  /** Opens a stream of events that is surely open; `over` settles when the hub ends it. */
  async function follow(headers: Record<string, string>): Promise<{ over: Promise<string> }> {
    const query = operation('metrics/metric-changed');
    const accept = { accept: 'text/event-stream', ...headers };
    const response = await hub.post('/graphql/stream', { query }, accept);
    if (!response.ok) throw new Error(await response.text());
    const over = response.text();
    const first = await Promise.race([over, setTimeout(300, 'open')]);
    if (first !== 'open') throw new Error(first);
    return { over };
  }
  return { hub, follow, someone, browser, who, ask, act, done, person, version, assign, account };
}
export type AccessHub = Awaited<ReturnType<typeof accessHub>>;

const onPerson = ['resetPassword', 'disablePerson', 'enablePerson'].map(name => [name, 'PersonActInput']);
const onIdentity = ['linkIdentity', 'unlinkIdentity'].map(name => [name, 'PersonIdentityInput']);
const inputTypes: Readonly<Record<string, string>> = Object.fromEntries([...onPerson, ...onIdentity]) as Record<string, string>; // prettier-ignore

/** A person as a test reads them. */
export interface PersonRead {
  readonly id: string;
  readonly username: string;
  readonly version: number;
  readonly disabledAt: string | null;
  readonly mustChangePassword: boolean;
  readonly hasPassword: boolean;
  readonly secondFactor: boolean;
  readonly identities: readonly { readonly issuer: string; readonly subject: string }[];
  readonly role: (TermRead & { readonly id: string }) | null;
  readonly assignments: readonly TermRead[];
}

/** A term as a test reads it. */
export interface TermRead {
  readonly id: string;
  readonly role: Role;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly state: string;
  readonly version: number;
  readonly handedOverTo: { readonly id: string; readonly person: { readonly username: string } } | null;
}
