import DataLoader from 'dataloader';
import { Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AccessService } from '../access.service.ts';
import { numberOf } from '../access-act.ts';
import type { Action } from '../policy.ts';
import type { RequestContext } from '../request-context.ts';
import { PersonIdentityType, PersonType } from './person.type.ts';
import { RoleAssignmentType } from './role-assignment.type.ts';

type Context = RequestContext<{ readonly access: AccessService }>;

/** What stands beside a person, read once for all the people of an answer. */
@Resolver(() => PersonType)
export class PersonFieldsResolver {
  @Authorized<Action>('person.read')
  @FieldResolver(() => [PersonIdentityType], {
    description: 'Who the person is to issuers of single sign-on. 单点登录身份。',
  })
  identities(@Root() { id }: PersonType, @Ctx() context: Context): Promise<PersonIdentityType[]> {
    return loader(context, 'identities', async people => {
      const all = await context.services.access.directory.identities(context.viewer, people);
      return people.map(person => all.filter(one => one.personId === person));
    }).load(numberOf('Person', id));
  }

  @Authorized<Action>('role.read')
  @FieldResolver(() => RoleAssignmentType, {
    nullable: true,
    description: 'The role held today. 当前角色。',
  })
  async role(@Root() { id }: PersonType, @Ctx() context: Context): Promise<RoleAssignmentType | null> {
    const terms = await termsOf(context).load(numberOf('Person', id));
    return terms.find(term => term.state === 'HELD') ?? null;
  }

  @Authorized<Action>('role.read')
  @FieldResolver(() => [RoleAssignmentType], {
    description: 'Every term the person was given, the latest first. 全部任期。',
  })
  assignments(@Root() { id }: PersonType, @Ctx() context: Context): Promise<RoleAssignmentType[]> {
    return termsOf(context).load(numberOf('Person', id));
  }
}

/** What stands beside a term. */
@Resolver(() => RoleAssignmentType)
export class RoleAssignmentFieldsResolver {
  @Authorized<Action>('role.read')
  @FieldResolver(() => PersonType, { description: 'Who holds it. 任职人。' })
  async person(@Root() { personId }: RoleAssignmentType, @Ctx() context: Context): Promise<PersonType> {
    const found = await loader(context, 'people', async ids => {
      const people = await context.services.access.directory.byIds(context.viewer, ids);
      return ids.map(id => people.find(person => person.id === `Person:${id}`));
    }).load(personId);
    return found as PersonType;
  }

  @Authorized<Action>('role.read')
  @FieldResolver(() => RoleAssignmentType, {
    nullable: true,
    description: "The successor's term, where it was handed over. 接任人的任期。",
  })
  async handedOverTo(
    @Root() { handedOverToId }: RoleAssignmentType,
    @Ctx() context: Context,
  ): Promise<RoleAssignmentType | null> {
    if (handedOverToId === null) return null;
    const found = await loader(context, 'terms', async ids => {
      const terms = await context.services.access.terms.byIds(context.viewer, ids);
      return ids.map(id => terms.find(term => term.id === `RoleAssignment:${id}`));
    }).load(handedOverToId);
    return found ?? null;
  }
}

const termsOf = (context: Context): DataLoader<number, RoleAssignmentType[]> =>
  loader(context, 'terms of people', async people => {
    const all = await context.services.access.terms.ofPeople(context.viewer, people);
    return people.map(person => all.filter(term => term.personId === person));
  });

/** One loader of a name for a request: it gathers, and keeps nothing, for the next mutation of a document may change it. */
function loader<Value>(
  { cache }: Context,
  name: string,
  load: (keys: readonly number[]) => Promise<Value[]>,
): DataLoader<number, Value> {
  const known = cache.get(`access ${name}`) ?? new DataLoader(load, { cache: false });
  cache.set(`access ${name}`, known);
  return known as DataLoader<number, Value>;
}
