import type { PersonFactsFragment, PersonQuery } from '@hexie/schema/generated/documents.ts';

/** Somebody who may sign in, as the list and the page read them. */
export type PersonRow = PersonFactsFragment;
export type Person = NonNullable<PersonQuery['person']>;

/** How an account stands: barred, not yet signed in with an own password, or open. */
export type AccountState = 'ACTIVE' | 'DISABLED' | 'FIRST';
export const stateOf = (person: PersonRow): AccountState =>
  person.disabledAt ? 'DISABLED' : person.mustChangePassword ? 'FIRST' : 'ACTIVE';

/** The colour of a state; its word always stands with it. */
export const stateTone = (state: AccountState): string =>
  ({ ACTIVE: '', DISABLED: 'missed', FIRST: 'near' })[state];
