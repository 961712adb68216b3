import type { AuthCheckerFn } from 'type-graphql';
import { demand, type Action } from './policy.ts';
import { demandFields } from './token-fields.ts';
import type { Viewer } from './viewer.ts';

/** type-graphql's door: every action a field names must be granted; a refusal carries our own code and words. */
export const authChecker: AuthCheckerFn<{ viewer: Viewer }, Action> = ({ context, info }, needed) => {
  for (const action of needed) demand(context.viewer, action);
  demandFields(context.viewer, info);
  return needed.length > 0;
};
