import type { GraphQLResolveInfo } from 'graphql';
import { Args, Authorized, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { placed } from '../../read/publish.ts';
import type { ReadContext } from '../../read/read.service.ts';
import { EnterpriseType } from '../enterprise/graphql.ts';
import { ContractType } from './contract.type.ts';
import { EnterpriseSigningsArgs, SigningListArgs } from './signing.input.ts';
import { SigningConnection, SigningType } from './signing.type.ts';

/** Signatures on the platform, listed, and what each belongs to. */
@Resolver(() => SigningType)
export class SigningResolver {
  @Authorized<Action>('signing.read')
  @Query(() => SigningConnection, {
    description:
      'Signatures on the platform, of the employers within your towns, newest first. 签署记录列表。',
  })
  signings(
    @Args(() => SigningListArgs) _args: object,
    @Ctx() { services, viewer }: ReadContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<SigningType>> {
    return services.read.list('Signing', viewer, info);
  }

  @FieldResolver(() => EnterpriseType, { description: 'The employer whose contract was signed. 用人单位。' })
  enterprise(@Root() signing: SigningType, @Info() info: GraphQLResolveInfo): EnterpriseType {
    return placed(signing, info);
  }

  @Authorized<Action>('contract.read')
  @FieldResolver(() => ContractType, {
    nullable: true,
    description:
      "The contract under the platform's number; null while the library has none. 对应的劳动合同。",
  })
  contract(@Root() signing: SigningType, @Info() info: GraphQLResolveInfo): ContractType | null {
    return placed(signing, info);
  }
}

/** What signatures add to an employer. */
@Resolver(() => EnterpriseType)
export class EnterpriseSigningsResolver {
  @Authorized<Action>('signing.read')
  @FieldResolver(() => SigningConnection, {
    description: 'Signatures of its contracts, newest first. 签署记录。',
  })
  signings(
    @Root() enterprise: EnterpriseType,
    @Args(() => EnterpriseSigningsArgs) _args: object,
    @Info() info: GraphQLResolveInfo,
  ): Connection<SigningType> {
    return placed(enterprise, info);
  }
}
