import type { AccessTokenFactsFragment } from '@hexie/schema/generated/documents.ts';
import { actions } from '@hexie/schema/codes.json';
import { dayNumber } from '@hexie/schema/pictures/days.ts';
import type { Language } from '@hexie/schema/pictures/frame.ts';

/** The key of a department's program, as the page reads it. */
export type Token = AccessTokenFactsFragment;

/** How a token stands; SOON within two weeks of its last day. */
export type TokenState = 'LIVE' | 'SOON' | 'TODAY' | 'EXPIRED' | 'REVOKED';
export const daysLeft = (token: Token, today: string): number =>
  dayNumber(token.expiresOn) - dayNumber(today);
export function stateOf(token: Token, today: string): TokenState {
  if (token.revokedAt) return 'REVOKED';
  const left = daysLeft(token, today);
  if (left < 0 || !token.live) return 'EXPIRED';
  if (left === 0) return 'TODAY';
  return left <= 14 ? 'SOON' : 'LIVE';
}

/** The colour of a state; its word always stands with it. */
export const stateTone = (state: TokenState): string =>
  ({ LIVE: 'met', SOON: 'near', TODAY: 'near', EXPIRED: 'muted', REVOKED: 'muted' })[state];

/** Roles in whose name programs act. */
export const programRoles = ['LEADER', 'OFFICE', 'HRSS', 'UNION', 'INDUSTRY', 'TOWN', 'COURT', 'MEMBER', 'ENTERPRISE'] as const; // prettier-ignore

/** What no program may do, so that it is not offered. */
const personal = new Set([
  'personal.reveal',
  'account.write',
  'person.write',
  'role.write',
  'token.write',
  'wall.write',
  'view.write',
]);
type Said = Readonly<Record<Language, string>> & { readonly roles: readonly string[] };

/** What a role may do by program, in words, as the contract publishes it. */
export const actionsOf = (role: string, language: Language): { value: string; label: string }[] =>
  Object.entries(actions as Readonly<Record<string, Said>>)
    .filter(([name, said]) => said.roles.includes(role) && !personal.has(name))
    .map(([value, said]) => ({ value, label: said[language] }));

/** The words of an action. */
export const actionName = (name: string, language: Language): string =>
  (actions as Readonly<Record<string, Said>>)[name]?.[language] ?? name;

/** What is typed one a line. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
