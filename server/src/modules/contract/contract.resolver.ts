import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Authorized,
  Ctx,
  FieldResolver,
  ID,
  Info,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Connection } from '../../kernel/page.type.ts';
import type { Day } from '../../kernel/days.ts';
import { DayScalar, MomentScalar } from '../../kernel/scalars.ts';
import { asKnownAtDescription, dayAskedDescription } from '../../read/list-args.type.ts';
import { placed } from '../../read/publish.ts';
import type { ReadContext } from '../../read/read.service.ts';
import { EnterpriseType } from '../enterprise/graphql.ts';
import { ContractListArgs, EnterpriseContractsArgs } from './contract.input.ts';
import { ContractConnection, ContractType } from './contract.type.ts';
import { SigningType } from './signing.type.ts';

/** Labour contracts, listed and one by one, and what hangs on each. */
@Resolver(() => ContractType)
export class ContractResolver {
  @Authorized<Action>('contract.read')
  @Query(() => ContractConnection, {
    description: 'Labour contracts of the employers within your towns, latest start first. 劳动合同列表。',
  })
  contracts(
    @Args(() => ContractListArgs) _args: object,
    @Ctx() { services, viewer }: ReadContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<ContractType>> {
    return services.read.list('Contract', viewer, info);
  }

  @Authorized<Action>('contract.read')
  @Query(() => ContractType, {
    nullable: true,
    description: 'One contract by its global id; NOT_FOUND where there is none for you. 单份劳动合同。',
  })
  contract(
    @Arg('id', () => ID, { description: 'Global id, such as `Contract:12`. 全局编号。' }) id: string,
    @Arg('asKnownAt', () => MomentScalar, { nullable: true, description: asKnownAtDescription })
    _asKnownAt: Date | null,
    @Ctx() { services, viewer }: ReadContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ContractType | null> {
    const [, value] = /^Contract:(\d{1,15})$/.exec(id) ?? [];
    if (value === undefined) throw DomainError.notFound();
    return services.read.one('Contract', viewer, info, { column: 'id', value, cast: 'bigint' });
  }

  @FieldResolver(() => EnterpriseType, { description: 'The employer. 用人单位。' })
  enterprise(@Root() contract: ContractType, @Info() info: GraphQLResolveInfo): EnterpriseType {
    return placed(contract, info);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Days from the day to its last day in force, negative once that is past; null for an open-ended contract. 剩余天数。',
  })
  daysLeft(
    @Root() contract: ContractType,
    @Info() info: GraphQLResolveInfo,
    @Arg('at', () => DayScalar, { nullable: true, description: dayAskedDescription }) _at: Day | null,
  ): number | null {
    return placed(contract, info);
  }

  @Authorized<Action>('signing.read')
  @FieldResolver(() => [SigningType], {
    description: "Signatures under the platform's number, newest first. 平台签署记录。",
  })
  signings(@Root() contract: ContractType, @Info() info: GraphQLResolveInfo): SigningType[] {
    return placed(contract, info);
  }
}

/** What contracts add to an employer. */
@Resolver(() => EnterpriseType)
export class EnterpriseContractsResolver {
  @Authorized<Action>('contract.read')
  @FieldResolver(() => ContractConnection, {
    description: 'Its labour contracts, latest start first. 劳动合同。',
  })
  contracts(
    @Root() enterprise: EnterpriseType,
    @Args(() => EnterpriseContractsArgs) _args: object,
    @Info() info: GraphQLResolveInfo,
  ): Connection<ContractType> {
    return placed(enterprise, info);
  }
}
