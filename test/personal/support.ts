import type { Role } from '../../server/src/access/roles.ts';
import { goldenWorld } from '../golden/world.ts';
import { startHub, type Answer, type RunningHub } from '../server/hub.ts';
import { enrol, signInWithOwnPassword } from '../support/sign-in.ts';

/** A hub on the small district of the golden answers, and people who have just proven their second factor. */
export interface RevealHub extends RunningHub {
  /** Cookie of a new person of a role, the second factor proven this minute; of a town's officer the first town. */
  proven(role: Role, town?: string): Promise<string>;
  /** Cookie of a new person without a second factor. */
  unproven(role: Role): Promise<string>;
  reveal(cookie: string, input?: Partial<RevealInput>): Promise<Answer>;
  /** Entries of the trail of this act, oldest first. */
  trail(act: string): Promise<TrailEntry[]>;
}

/** What the mutation takes. */
export interface RevealInput {
  readonly id: string;
  readonly field: string;
  readonly purpose: string;
  readonly reason: string;
  readonly caseNo?: string;
}

/** An entry as far as these tests look. */
export interface TrailEntry {
  readonly actor: string;
  readonly act: string;
  readonly object?: string;
  readonly purpose?: string;
  readonly outcome: string;
  readonly code?: string;
  readonly session?: string;
  readonly subjects?: readonly string[];
  readonly detail?: Readonly<Record<string, unknown>>;
}

export const revealMutation = `mutation($input: RevealPersonalFieldInput!) {
  revealPersonalField(input: $input) { value hiddenAt revealsLeft } }`;

/** What is asked where a test says nothing else. */
export const usual: RevealInput = {
  id: 'Contract:1',
  field: 'ID_NUMBER',
  purpose: 'IDENTITY_CHECK',
  reason: '核对合同登记的身份',
};

export async function revealHub(): Promise<RevealHub> {
  const hub = await startHub();
  await goldenWorld(hub.owner);
  let people = 0;
  const person = async (role: Role, town = 'LUORONG'): Promise<string> => {
    const username = `person${++people}`;
    const limits = role === 'TOWN' ? { town } : {};
    const { password } = await hub.services.access.addPerson({ username, role, ...limits });
    return signInWithOwnPassword(hub, username, password);
  };
  return Object.assign(hub, {
    unproven: (role: Role) => person(role),
    proven: async (role: Role, town?: string) => (await enrol(hub, await person(role, town))).cookie,
    reveal: (cookie: string, input: Partial<RevealInput> = {}) =>
      hub.graphql(revealMutation, { variables: { input: { ...usual, ...input } }, headers: { cookie } }),
    trail: async (act: string) =>
      (
        await hub.owner<{ entry: string }>('select entry from audit_entry where act = $1 order by seq', [act])
      ).map(({ entry }) => JSON.parse(entry) as TrailEntry),
  });
}

/** What a mutation showed, if it showed anything. */
export const revealed = ({ data }: { data: unknown }) =>
  (data as { revealPersonalField: Shown } | null)?.revealPersonalField;
interface Shown {
  readonly value: string | null;
  readonly hiddenAt: string;
  readonly revealsLeft: number;
}
