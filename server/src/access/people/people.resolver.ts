import { Arg, Args, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Connection } from '../../kernel/page.type.ts';
import type { AccessService } from '../access.service.ts';
import type { Action } from '../policy.ts';
import type { RequestContext } from '../request-context.ts';
import {
  CreatePersonInput, EndedSessionsPayload, EndPersonSessionsInput, NewPasswordPayload, PersonActInput, PersonIdentityInput,
  PersonListArgs, PersonPayload,
} from './person.input.ts'; // prettier-ignore
import { PersonConnection, PersonType } from './person.type.ts';

type PeopleContext = RequestContext<{ readonly access: AccessService }>;

/** People and their accounts: read by administrator and security officer, made and barred by the administrator. */
@Resolver()
export class PeopleResolver {
  @Authorized<Action>('person.read')
  @Query(() => PersonConnection, { description: 'Those who may sign in, by account. 用户列表。' })
  people(
    @Args(() => PersonListArgs) args: PersonListArgs,
    @Ctx() { services, viewer }: PeopleContext,
  ): Promise<Connection<PersonType>> {
    return services.access.directory.list(viewer, args);
  }

  @Authorized<Action>('person.read')
  @Query(() => PersonType, { nullable: true, description: 'One person with all terms. 一名用户。' })
  person(
    @Arg('id', () => ID, { description: 'Such as Person:12. 编号。' }) id: string,
    @Ctx() { services, viewer }: PeopleContext,
  ): Promise<PersonType> {
    return services.access.directory.one(viewer, id);
  }

  @Authorized<Action>('person.write')
  @Mutation(() => NewPasswordPayload, {
    description: 'Makes an account; the security officer gives it a role. 新增用户。',
  })
  async createPerson(
    @Arg('input', () => CreatePersonInput, { description: 'Whom. 用户。' }) input: CreatePersonInput,
    @Ctx() { services, viewer }: PeopleContext,
  ): Promise<NewPasswordPayload> {
    const { person, oneTimePassword } = await services.access.accounts.create(viewer, input);
    return { person: await services.access.directory.standing(viewer, person), oneTimePassword };
  }

  @Authorized<Action>('person.write')
  @Mutation(() => NewPasswordPayload, {
    description: 'Gives a new one-time password and ends every session of the person. 重置密码。',
  })
  async resetPassword(
    @Arg('input', () => PersonActInput, { description: 'Whose. 用户。' }) input: PersonActInput,
    @Ctx() { services, viewer }: PeopleContext,
  ): Promise<NewPasswordPayload> {
    const { person, oneTimePassword } = await services.access.accounts.resetPassword(viewer, input);
    return { person: await services.access.directory.standing(viewer, person), oneTimePassword };
  }

  @Authorized<Action>('person.write')
  @Mutation(() => PersonPayload, {
    description: 'Bars an account and ends its sessions within two seconds. 停用用户。',
  })
  async disablePerson(
    @Arg('input', () => PersonActInput, { description: 'Whom. 用户。' }) input: PersonActInput,
    @Ctx() context: PeopleContext,
  ): Promise<PersonPayload> {
    return shown(context, await context.services.access.accounts.disable(context.viewer, input));
  }

  @Authorized<Action>('person.write')
  @Mutation(() => PersonPayload, { description: 'Opens a barred account again. 启用用户。' })
  async enablePerson(
    @Arg('input', () => PersonActInput, { description: 'Whom. 用户。' }) input: PersonActInput,
    @Ctx() context: PeopleContext,
  ): Promise<PersonPayload> {
    return shown(context, await context.services.access.accounts.enable(context.viewer, input));
  }

  @Authorized<Action>('person.write')
  @Mutation(() => PersonPayload, { description: 'Links an identity of single sign-on. 关联单点登录身份。' })
  async linkIdentity(
    @Arg('input', () => PersonIdentityInput, { description: 'Whose, and which. 用户与身份。' })
    input: PersonIdentityInput,
    @Ctx() context: PeopleContext,
  ): Promise<PersonPayload> {
    return shown(context, await context.services.access.accounts.linkIdentity(context.viewer, input));
  }

  @Authorized<Action>('person.write')
  @Mutation(() => PersonPayload, {
    description: 'Takes an identity of single sign-on off. 解除单点登录身份。',
  })
  async unlinkIdentity(
    @Arg('input', () => PersonIdentityInput, { description: 'Whose, and which. 用户与身份。' })
    input: PersonIdentityInput,
    @Ctx() context: PeopleContext,
  ): Promise<PersonPayload> {
    return shown(context, await context.services.access.accounts.unlinkIdentity(context.viewer, input));
  }

  @Authorized<Action>('person.write')
  @Mutation(() => EndedSessionsPayload, { description: 'Ends every session of a person. 结束其全部会话。' })
  async endPersonSessions(
    @Arg('input', () => EndPersonSessionsInput, { description: 'Whose. 用户。' })
    input: EndPersonSessionsInput,
    @Ctx() { services, viewer }: PeopleContext,
  ): Promise<EndedSessionsPayload> {
    const { person, ended } = await services.access.accounts.endSessions(viewer, input);
    return { person: await services.access.directory.standing(viewer, person), ended };
  }
}

async function shown(
  { services, viewer }: PeopleContext,
  { person }: { person: number },
): Promise<PersonPayload> {
  return { person: await services.access.directory.standing(viewer, person) };
}
