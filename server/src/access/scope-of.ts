import type { Scope } from '../kernel/database.ts';
import { kindsOfRole, recordKinds, type Kind } from './policy/records.ts';
import { referred, rowScopes, type RowScope } from './policy/row-scopes.ts';
import type { Role } from './roles.ts';

const rows: Readonly<Record<RowScope, (town: string | null) => Pick<Scope, 'towns' | 'channels'>>> = {
  DISTRICT: () => ({ towns: '*', channels: '*' }),
  OWN_TOWN: town => ({ towns: town ? [town] : [], channels: '*' }),
  REFERRED: () => ({ towns: '*', channels: referred }),
  NONE: () => ({ towns: [], channels: [] }),
};

/** The rows that exist for a role, and their kinds; a token narrowed to some actions sees the kinds of these alone. */
export const scopeOf = (
  actor: string,
  role: Role,
  town: string | null,
  within: readonly string[] | null = null,
): Scope => ({ actor, ...rows[rowScopes[role]](town), kinds: kindsOfRole(role, within) });

/** The rows that a wall's sums are made of; none of their kinds is open to it, so `forFigures` is all it sees by. */
export const scopeOfWall = (actor: string, town: string | null): Scope => ({
  actor,
  towns: town ? [town] : '*',
  channels: '*',
  kinds: [],
});

/**
 * The scope of figures: sums are made of every kind of record, within the same rows, also for whoever may open none of
 * them. What is answered under it is a number, or the employers behind one for those who may read them.
 */
export const forFigures = (scope: Scope): Scope => widened(scope, [...recordKinds, 'Figure']);

/**
 * The scope of the book of imports: which files came, of which forms and who may see them. A file is somebody's as a
 * whole; were the sheets of other forms out of sight, it would look as if it were theirs alone.
 */
export const forBook = (scope: Scope): Scope => widened(scope, recordKinds);

/** For nobody in particular no row exists under any purpose. */
const widened = (scope: Scope, kinds: readonly Kind[]): Scope =>
  scope.kinds === '*' ? scope : { ...scope, kinds };
