import type { AuthCheckerFn } from 'type-graphql';
import { demand, type Action } from './policy.ts';
import type { Viewer } from './viewer.ts';

/** type-graphql's door: every action a field names must be granted; a refusal carries our own code and words. */
export const authChecker: AuthCheckerFn<{ viewer: Viewer }, Action> = ({ context }, needed) => {
  for (const action of needed) demand(context.viewer, action);
  return needed.length > 0;
};
