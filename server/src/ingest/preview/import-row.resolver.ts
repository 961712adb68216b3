import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../access/request-context.ts';
import { ForwardArgs } from '../../kernel/page-args.type.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { ImportType } from '../import.type.ts';
import type { RowFate } from './import-change.ts';
import { ImportRowConnection, ImportRowOutcomeEnum, type ImportRowType } from './import-row.type.ts';
import type { ImportRows } from './import-rows.service.ts';

type RowContext = RequestContext<{ readonly importRows: ImportRows }>;

/** Which page of an import's rows. */
@ArgsType()
class ImportRowArgs extends ForwardArgs {
  @Field(() => [ImportRowOutcomeEnum], {
    nullable: true,
    description: 'Only rows of which one of these has become. 只看这些去向。',
  })
  outcome?: RowFate[] | null;
}

/** What an import adds to itself: every row of its file. */
@Resolver(() => ImportType)
export class ImportRowResolver {
  @FieldResolver(() => ImportRowConnection, {
    description:
      'Every row of the file and what has become of it, in the order of the sheets; of forms that you may send. 每一行的去向。',
  })
  rows(
    @Root() { id, dryRun, status }: ImportType,
    @Args(() => ImportRowArgs) args: ImportRowArgs,
    @Ctx() { services, viewer }: RowContext,
  ): Promise<Connection<ImportRowType>> {
    return services.importRows.page(viewer, { id, dryRun, status }, args);
  }
}
