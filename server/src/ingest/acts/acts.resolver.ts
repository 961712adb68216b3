import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import type { RequestContext } from '../../access/request-context.ts';
import { ForwardArgs } from '../../kernel/page-args.type.ts';
import type { Connection } from '../../kernel/page.type.ts';
import type { ImportList } from '../import-list.ts';
import {
  RestoreRecordInput, RestoreRecordPayload, VoidedRecordConnection, VoidRecordInput, VoidRecordPayload,
  type VoidedRecordType,
} from './void.type.ts'; // prettier-ignore
import type { Voids } from './voids.service.ts';
import { WithdrawImportInput, WithdrawImportPayload } from './withdrawal.type.ts';
import type { Withdrawals } from './withdrawals.service.ts';

type ActContext = RequestContext<{
  readonly imports: ImportList;
  readonly withdrawals: Withdrawals;
  readonly voids: Voids;
}>;

/** What people take back: whole imports, and single records. */
@Resolver()
export class ActsResolver {
  @Authorized<Action>('import.withdraw')
  @Mutation(() => WithdrawImportPayload, {
    description:
      'Takes an import back: what it alone told goes, what it changed returns, with the reason in the history. 撤回导入。',
  })
  async withdrawImport(
    @Arg('input', () => WithdrawImportInput, { description: 'Which import, and why. 导入与理由。' })
    input: WithdrawImportInput,
    @Ctx() { services, viewer }: ActContext,
  ): Promise<WithdrawImportPayload> {
    const done = await services.withdrawals.withdraw(viewer, input);
    return { ...done, import: await services.imports.one(viewer, done.id) };
  }

  @Authorized<Action>('record.void')
  @Mutation(() => VoidRecordPayload, {
    description:
      'Voids a single wrong record: it counts no more, also when the same row is sent again; a corrected row brings it back. 作废记录。',
  })
  async voidRecord(
    @Arg('input', () => VoidRecordInput, { description: 'Which record, and why. 记录与理由。' })
    input: VoidRecordInput,
    @Ctx() { services, viewer }: ActContext,
  ): Promise<VoidRecordPayload> {
    return { voided: await services.voids.void(viewer, input) };
  }

  @Authorized<Action>('record.void')
  @Mutation(() => RestoreRecordPayload, {
    description: 'Undoes a void: the rows speak again that told the record. 撤销作废。',
  })
  async restoreRecord(
    @Arg('input', () => RestoreRecordInput, { description: 'Which void, and why. 作废记录与理由。' })
    input: RestoreRecordInput,
    @Ctx() { services, viewer }: ActContext,
  ): Promise<RestoreRecordPayload> {
    return { voided: await services.voids.restore(viewer, input) };
  }

  @Authorized<Action>('record.void')
  @Query(() => VoidedRecordConnection, {
    description: 'Voided records of your forms, newest first. 已作废的记录。',
  })
  voidedRecords(
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Ctx() { services, viewer }: ActContext,
  ): Promise<Connection<VoidedRecordType>> {
    return services.voids.list(viewer, args);
  }
}
