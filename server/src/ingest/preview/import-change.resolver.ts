import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../access/request-context.ts';
import { ForwardArgs } from '../../kernel/page-args.type.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { ImportType } from '../import.type.ts';
import type { ChangeOutcome } from './import-change.ts';
import { ImportChangeConnection, RowOutcomeEnum, type ImportChangeType } from './import-change.type.ts';
import type { ImportChanges } from './import-changes.service.ts';

type ChangeContext = RequestContext<{ readonly importChanges: ImportChanges }>;

/** Which page of an import's rows. */
@ArgsType()
class ImportChangeArgs extends ForwardArgs {
  @Field(() => [RowOutcomeEnum], {
    nullable: true,
    description: 'Only rows that do one of these. 只看这些结果。',
  })
  outcome?: ChangeOutcome[] | null;
}

/** What an import adds to itself: what it did, row by row. */
@Resolver(() => ImportType)
export class ImportChangeResolver {
  @FieldResolver(() => ImportChangeConnection, {
    description: 'What its rows did, or would do, field by field, in the order of the sheets. 逐行变化。',
  })
  changes(
    @Root() { id, dryRun, status }: ImportType,
    @Args(() => ImportChangeArgs) args: ImportChangeArgs,
    @Ctx() { services, viewer }: ChangeContext,
  ): Promise<Connection<ImportChangeType>> {
    return services.importChanges.page(viewer, { id, dryRun, status }, args);
  }
}
