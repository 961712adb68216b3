import DataLoader from 'dataloader';
import {
  Arg, Args, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription,
} from 'type-graphql'; // prettier-ignore
import { importsOf, type Action } from '../access/policy.ts';
import type { RequestContext } from '../access/request-context.ts';
import { ForwardArgs } from '../kernel/page-args.type.ts';
import type { Connection } from '../kernel/page.type.ts';
import { untilReturned } from '../kernel/until-returned.ts';
import { ImportIssueConnection, type ImportIssueType } from './import-issue.type.ts';
import type { ImportList } from './import-list.ts';
import { ImportListArgs } from './import.input.ts';
import { importTotals } from './import-totals.ts';
import { FormGapType, ImportSheetType } from './import-sheet.type.ts';
import { ImportConnection, ImportType } from './import.type.ts';
import type { IngestService } from './ingest.service.ts';
import { ImportTotalsType } from './row-counts.type.ts';
import { CancelImportPayload, ImportProgressEventType } from './progress/import-events.type.ts';
import { CancelImportInput } from './progress/import-progress.type.ts';
import { followImport } from './progress/follow-import.ts';
import { formGaps } from './table/form-gaps.ts';

type ImportContext = RequestContext<{ readonly imports: ImportList; readonly ingest: IngestService }>;
type Issues = Connection<ImportIssueType>;

/** The book of imports: what arrived, and what became of it. */
@Resolver(() => ImportType)
export class ImportResolver {
  @Authorized<Action>('import.read')
  @Query(() => ImportConnection, {
    description: 'Your own imports and those of your forms, newest first. 导入记录。',
  })
  imports(
    @Args(() => ImportListArgs) args: ImportListArgs,
    @Ctx() { services, viewer }: ImportContext,
  ): Promise<Connection<ImportType>> {
    return services.imports.list(viewer, args);
  }

  @Authorized<Action>('import.read')
  @Query(() => ImportType, {
    nullable: true,
    description: 'One import with the reports of its sheets. 一次导入。',
  })
  import(
    @Arg('id', () => ID, { description: 'Id of the import. 导入编号。' }) id: string,
    @Ctx() { services, viewer }: ImportContext,
  ): Promise<ImportType> {
    return services.imports.one(viewer, id);
  }

  @Authorized<Action>('import.write')
  @Mutation(() => CancelImportPayload, {
    description: 'Stops a running import of your own, within two seconds; nothing of it remains. 取消导入。',
  })
  async cancelImport(
    @Arg('input', () => CancelImportInput, { description: 'Which import. 要取消的导入。' })
    { id }: CancelImportInput,
    @Ctx() { services, viewer }: ImportContext,
  ): Promise<CancelImportPayload> {
    await services.ingest.cancel(viewer, id);
    return { import: await services.imports.one(viewer, id) };
  }

  @Authorized<Action>('import.read')
  @Subscription(() => ImportProgressEventType, {
    description: 'Follows an import until it is over. 跟踪导入进度。',
    subscribe: async ({ args, context }) => {
      const { services, viewer } = context as ImportContext;
      const id = String(args['id']);
      // What the viewer may not see is refused before anything is followed.
      await services.imports.one(viewer, id);
      return untilReturned(signal => followImport(services.imports, viewer, id, signal));
    },
  })
  importProgress(
    @Root() event: ImportProgressEventType,
    @Arg('id', () => ID, { description: 'Id of the import. 导入编号。' }) _id: string,
  ): ImportProgressEventType {
    return event;
  }

  @FieldResolver(() => ImportTotalsType, {
    description: 'What became of the rows of all its sheets together. 各表合计。',
  })
  totals(@Root() { sheets }: ImportType): ImportTotalsType {
    return importTotals(sheets);
  }
}

/** What a sheet adds to itself: its findings, page by page. */
@Resolver(() => ImportSheetType)
export class ImportSheetResolver {
  @FieldResolver(() => ImportIssueConnection, {
    description:
      'What was found: errors first, then warnings and notes, each in the order of the rows. 问题清单，错误在前。',
  })
  issues(
    @Root() sheet: ImportSheetType,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Ctx() { services, viewer, cache }: ImportContext,
  ): Promise<Issues> {
    const key = `import issues ${args.first ?? ''} ${args.after ?? ''}`;
    const load = (ids: readonly string[]) => services.imports.issues.pages(viewer, ids, args);
    const loader = (cache.get(key) ?? new DataLoader<string, Issues>(load)) as DataLoader<string, Issues>;
    cache.set(key, loader);
    return loader.load(sheet.id);
  }

  @FieldResolver(() => [FormGapType], {
    description:
      'Of a sheet that fits no form: what it would need to be each of yours, the nearest first; else empty. 与各报表的差距。',
  })
  gaps(@Root() sheet: ImportSheetType, @Ctx() { services, viewer }: ImportContext): FormGapType[] {
    if (sheet.status !== 'UNRECOGNISED') return [];
    return formGaps(services.ingest.sources, sheet.headers).filter(({ form }) =>
      importsOf(viewer).includes(form),
    );
  }
}
