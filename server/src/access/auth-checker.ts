import type { AuthCheckerFn } from 'type-graphql';
import { DomainError } from '../kernel/errors.ts';
import { wallRoots } from './policy/walls.ts';
import { demand, type Action } from './policy.ts';
import { demandFields } from './token-fields.ts';
import type { Viewer } from './viewer.ts';

/** type-graphql's door: every action a field names must be granted; a refusal carries our own code and words. */
export const authChecker: AuthCheckerFn<{ viewer: Viewer }, Action> = ({ context, info }, needed) => {
  for (const action of needed) demand(context.viewer, action);
  demandWallRoot(context.viewer, info);
  demandFields(context.viewer, info);
  return needed.length > 0;
};

/** A wall asks for figures by the few root fields that are named for it; one that is new is refused until it is. */
function demandWallRoot({ kind }: Viewer, info: { parentType: { name: string }; fieldName: string }): void {
  if (kind !== 'WALL') return;
  const { parentType, fieldName } = info;
  if (
    /^(Query|Mutation|Subscription)$/.test(parentType.name) &&
    !wallRoots.includes(`${parentType.name}.${fieldName}`)
  )
    throw DomainError.forbidden();
}
