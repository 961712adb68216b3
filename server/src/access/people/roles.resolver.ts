import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Connection } from '../../kernel/page.type.ts';
import type { AccessService } from '../access.service.ts';
import type { Action } from '../policy.ts';
import type { RequestContext } from '../request-context.ts';
import { PersonPayload } from './person.input.ts';
import { RoleAssignmentConnection, type RoleAssignmentType } from './role-assignment.type.ts';
import {
  AssignRoleInput, EndRoleInput, HandOverRoleInput, HandOverRolePayload, ResetSecondFactorInput, RoleAssignmentListArgs,
  RolePayload,
} from './role.input.ts'; // prettier-ignore

type RolesContext = RequestContext<{ readonly access: AccessService }>;

/** Who holds which role, given and handed over by the security officer. */
@Resolver()
export class RolesResolver {
  @Authorized<Action>('role.read')
  @Query(() => RoleAssignmentConnection, {
    description: 'Every term that was ever given, the last one first. 角色任期列表。',
  })
  roleAssignments(
    @Args(() => RoleAssignmentListArgs) args: RoleAssignmentListArgs,
    @Ctx() { services, viewer }: RolesContext,
  ): Promise<Connection<RoleAssignmentType>> {
    return services.access.terms.list(viewer, args);
  }

  @Authorized<Action>('role.write')
  @Mutation(() => RolePayload, {
    description: 'Gives a role for a term; a term that is running then ends the day before. 授予角色。',
  })
  async assignRole(
    @Arg('input', () => AssignRoleInput, { description: 'To whom, which, from when to when. 授予内容。' })
    input: AssignRoleInput,
    @Ctx() { services, viewer }: RolesContext,
  ): Promise<RolePayload> {
    const { assignment } = await services.access.roles.assign(viewer, input);
    return { assignment: await services.access.terms.standing(viewer, assignment) };
  }

  @Authorized<Action>('role.write')
  @Mutation(() => RolePayload, {
    description: 'Ends a term early, or takes it back before it begins. 终止角色。',
  })
  async endRole(
    @Arg('input', () => EndRoleInput, { description: 'Which, and when. 任期与日期。' }) input: EndRoleInput,
    @Ctx() { services, viewer }: RolesContext,
  ): Promise<RolePayload> {
    const { assignment } = await services.access.roles.end(viewer, input);
    return { assignment: await services.access.terms.standing(viewer, assignment) };
  }

  @Authorized<Action>('role.write')
  @Mutation(() => HandOverRolePayload, {
    description: "Hands a role to a successor: the holder's term ends the day before. 移交角色。",
  })
  async handOverRole(
    @Arg('input', () => HandOverRoleInput, { description: 'Which, to whom, and when. 移交内容。' })
    input: HandOverRoleInput,
    @Ctx() { services, viewer }: RolesContext,
  ): Promise<HandOverRolePayload> {
    const { terms, roles } = services.access;
    const done = await roles.handOver(viewer, input);
    const [assignment, successor] = await Promise.all([
      terms.standing(viewer, done.assignment),
      terms.standing(viewer, done.successor),
    ]);
    return { assignment, successor };
  }

  @Authorized<Action>('role.write')
  @Mutation(() => PersonPayload, {
    description: 'Takes a lost second factor off and ends the sessions of the person. 重置双因素。',
  })
  async resetSecondFactor(
    @Arg('input', () => ResetSecondFactorInput, { description: 'Whose, and why. 用户与理由。' })
    input: ResetSecondFactorInput,
    @Ctx() { services, viewer }: RolesContext,
  ): Promise<PersonPayload> {
    const { person } = await services.access.accounts.resetSecondFactor(viewer, input);
    return { person: await services.access.directory.standing(viewer, person) };
  }
}
