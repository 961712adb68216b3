import {
  Arg,
  Args,
  Authorized,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Action } from '../access/policy.ts';
import type { RequestContext } from '../access/request-context.ts';
import { actText } from './act-texts.ts';
import type { AuditEntry, AuditPage } from './audit-reader.ts';
import type { AuditService } from './audit.service.ts';
import {
  AuditDetailType, AuditEntryConnection, AuditEntryType, AuditTrailArgs, AuditVerificationType, VerifyAuditTrailInput,
} from './audit.type.ts'; // prettier-ignore
import { faultTexts } from './faults.ts';

type AuditContext = RequestContext<{ readonly auditTrail: AuditService }>;

/** The trail as the auditor reads it. */
@Resolver(() => AuditEntryType)
export class AuditResolver {
  @Authorized<Action>('audit.read')
  @Query(() => AuditEntryConnection, {
    description:
      'The audit trail, newest first. Reading it is entered in it. 审计记录，最新在前；查看本身也记入。',
  })
  auditTrail(
    @Args(() => AuditTrailArgs) { filter, ...args }: AuditTrailArgs,
    @Ctx() { services, viewer, cache }: AuditContext,
  ): Promise<AuditPage> {
    // One entry for a request, however many parts of it read the trail.
    const first = !cache.has('auditTrail');
    cache.set('auditTrail', true);
    return services.auditTrail.reader.list(viewer, filter ?? {}, args, first);
  }

  @Authorized<Action>('audit.verify')
  @Mutation(() => AuditVerificationType, {
    description:
      'Recomputes every digest, the chain of seals, its signatures and anchors, and names the first entry that was changed, removed or put in. 核验审计记录是否被改动。',
  })
  async verifyAuditTrail(
    @Arg('input', () => VerifyAuditTrailInput, { description: 'The request. 请求。' })
    input: VerifyAuditTrailInput,
    @Ctx() { services, viewer, language }: AuditContext,
  ): Promise<AuditVerificationType> {
    const { firstFault, ...found } = await services.auditTrail.verifyAs(viewer, input);
    const told = firstFault && { ...firstFault, message: faultTexts[firstFault.kind][language] };
    return { ...found, firstFault: told };
  }

  @FieldResolver(() => Date, { description: 'When. 时间。' })
  at(@Root() entry: AuditEntry): Date {
    return new Date(entry.at);
  }

  @FieldResolver(() => String, { description: "What the act is called in the reader's language. 操作名称。" })
  actName(@Root() { act }: AuditEntry, @Ctx() { language }: AuditContext): string {
    return actText(act)[language];
  }

  @FieldResolver(() => [ID], {
    description: 'Whose personal values were shown or sent, as Kind:id. 涉及的个人信息主体。',
  })
  subjects(@Root() { subjects }: AuditEntry): readonly string[] {
    return subjects ?? [];
  }

  @FieldResolver(() => [AuditDetailType], { description: 'Counts and codes. 附加信息。' })
  detail(@Root() { detail }: AuditEntry): AuditDetailType[] {
    const said = Object.entries(detail ?? {});
    return said.map(([name, value]) => ({ name, value: value === null ? null : String(value) }));
  }
}

/** How many entries there are, counted only when asked for. */
@Resolver(() => AuditEntryConnection)
export class AuditEntryConnectionResolver {
  @FieldResolver(() => Int)
  totalCount(@Root() { filter }: AuditPage, @Ctx() { services, viewer }: AuditContext): Promise<number> {
    return services.auditTrail.reader.count(viewer, filter);
  }
}
