import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../access/request-context.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { ImportType } from '../import.type.ts';
import type { ChangeOutcome } from './import-change.ts';
import { ImportChangeConnection, RowOutcomeEnum, type ImportChangeType } from './import-change.type.ts';
import type { ImportChanges } from './import-changes.service.ts';

type ChangeContext = RequestContext<{ readonly importChanges: ImportChanges }>;

/** What an import adds to itself: what it did, row by row. */
@Resolver(() => ImportType)
export class ImportChangeResolver {
  @FieldResolver(() => ImportChangeConnection, {
    description: 'What its rows did, or would do, field by field, in the order of the sheets. 逐行变化。',
  })
  changes(
    @Root() { id, dryRun, status }: ImportType,
    @Ctx() { services, viewer }: ChangeContext,
    @Arg('first', () => Int, {
      nullable: true,
      description: 'Rows from the front, at most 200; 20 when nothing is said. 取前若干行。',
    })
    first?: number | null,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Only rows that stand after this cursor. 该游标之后。',
    })
    after?: string | null,
    @Arg('outcome', () => [RowOutcomeEnum], {
      nullable: true,
      description: 'Only rows that do one of these. 只看这些结果。',
    })
    outcome?: ChangeOutcome[] | null,
  ): Promise<Connection<ImportChangeType>> {
    const args = { first: first ?? null, after: after ?? null, outcome: outcome ?? null };
    return services.importChanges.page(viewer, { id, dryRun, status }, args);
  }
}
