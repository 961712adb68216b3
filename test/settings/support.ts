import { roles, type Role } from '../../server/src/access/roles.ts';
import { certification, employer, load, union } from '../metrics/district.ts';
import { startHub, type AskOptions, type RunningHub } from '../server/hub.ts';

/** A setting as a test reads it. */
export interface Setting {
  readonly key: string;
  readonly version: number;
  readonly since: string | null;
  readonly value: { readonly text: string };
  readonly history: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly value: { readonly text: string } }[];
  };
}

/** A figure as a test reads it. */
export interface Figure {
  readonly metric: { readonly denominatorRule: string | null; readonly target: number | null };
  readonly total: Record<string, unknown>;
  readonly points: readonly {
    readonly cuts: readonly { readonly key: string }[];
    readonly value: Record<string, unknown>;
  }[];
}

export const settingFields = `key name metric scope isDefault version since by reason
  value { denominator years text path { day value } }
  history(first: 5) { totalCount nodes { version isDefault by reason value { text } } }`;

const acts = {
  denominator: ['setDenominator', 'SetDenominatorInput'],
  certificationTerm: ['setCertificationTerm', 'SetCertificationTermInput'],
  targets: ['setTargets', 'SetTargetsInput'],
} as const;

/** A hub with five employers, three unions and two titles, and everything a test asks it about settings. */
export async function settingsHub() {
  const hub: RunningHub = await startHub();
  const tokens = new Map<Role, string>();
  for (const role of roles) tokens.set(role, await hub.token(role));
  await load(hub, {
    employers: [
      ...[1, 2, 3, 4].map(id => employer({ id, town: id === 4 ? 'LUOBU' : 'LUORONG' })),
      employer({ id: 5, uscc: '52'.padEnd(18, '7') }),
    ],
    unions: [1, 2, 5].map(id => union({ enterprise_id: id })),
    certifications: [1, 4].map(id => certification({ enterprise_id: id, certified_on: '2022-07-01' })),
  });
  const ask = (role: Role, query: string, variables = {}, more: AskOptions = {}) =>
    hub.graphql(query, { variables, token: tokens.get(role) ?? '', ...more });
  const one = async (key: string, variables: object = {}): Promise<Setting> => {
    const query = `query ($keys: [ID!], $at: DateTime) { settings(keys: $keys, asKnownAt: $at) { ${settingFields} } }`;
    const { data, errors } = await ask('LEADER', query, { keys: [key], ...variables });
    if (!data) throw new Error(JSON.stringify(errors));
    return (data['settings'] as Setting[])[0] as Setting;
  };
  const set = (kind: keyof typeof acts, input: object, role: Role = 'ADMIN', more: AskOptions = {}) => {
    const [act, type] = acts[kind];
    const query = `mutation ($input: ${type}!) { done: ${act}(input: $input) { setting { ${settingFields} } } }`;
    return ask(role, query, { input: { reason: '领导小组会议决定', ...input } }, more);
  };
  /** Sets it on the version that stands. */
  const setNow = async (kind: keyof typeof acts, key: string, input: object): Promise<Setting> => {
    const answer = await set(kind, { version: (await one(key)).version, ...input });
    if (!answer.data) throw new Error(JSON.stringify(answer.errors));
    return (answer.data['done'] as { setting: Setting }).setting;
  };
  const figure = async (key: string, at: string, variables: object = {}): Promise<Figure> => {
    const query = `query ($key: ID!, $at: Date, $known: DateTime, $filter: MetricFilter, $by: [Dimension!]) {
      metric(key: $key, at: $at, asKnownAt: $known, filter: $filter, by: $by) {
        metric { denominatorRule target }
        total { value numerator denominator target status gap }
        points { cuts { key } value { value target status gap } } } }`;
    const { data, errors } = await ask('LEADER', query, { key, at, ...variables });
    if (!data) throw new Error(JSON.stringify(errors));
    return data['metric'] as Figure;
  };
  /** A moment that lies between what was said before it and what is said after. */
  const later = (): string => {
    hub.wait(60_000);
    const moment = hub.services.clock.now().toISOString();
    hub.wait(60_000);
    return moment;
  };
  return { hub, ask, one, set, setNow, figure, later };
}

export type SettingsHub = Awaited<ReturnType<typeof settingsHub>>;
