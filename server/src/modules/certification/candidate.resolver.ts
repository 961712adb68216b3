import type { GraphQLResolveInfo } from 'graphql';
import { Args, Authorized, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { ForwardArgs } from '../../kernel/page-args.type.ts';
import { ScorecardArgsInput } from '../../metrics/metric-args.input.ts';
import type { MetricService } from '../../metrics/metric.service.ts';
import type { MetricRow } from '../../metrics/rows/metric-rows.ts';
import type { RowPage } from '../../metrics/rows/row-page.ts';
import { thingOfRow, type RowContext } from '../../metrics/rows/thing-of-row.ts';
import { EnterpriseType } from '../enterprise/graphql.ts';

import type { CandidateFacts } from './candidate-needs.ts';
import { needsTold } from './candidate-words.ts';
import { CertificationCandidateConnection, CertificationCandidateType } from './candidate.type.ts';
import { certificationGap } from './certification.metrics.ts';
import { CertificationType } from './certification.type.ts';

/** A page of the ranking, with how many of it the target needs. */
interface Candidates extends Connection<CertificationCandidateType> {
  gap: number;
}

type Ids = CertificationCandidateType['ids'];
type Context = RowContext & { readonly services: { readonly metrics: MetricService } };

/** Who is nearest to the title, and what each lacks. */
@Resolver(() => CertificationCandidateConnection)
export class CandidatesResolver {
  @Authorized<Action>('certification.read')
  @Query(() => CertificationCandidateConnection, {
    description:
      'Active employers within your towns that are not certified on the day, the nearest to it first: by how many things each lacks, then by the days its notice still runs, then by its stage. Certifying the first `gap` of them reaches the target of the day, one fewer does not. 距认定最近的用人单位及其所缺。',
  })
  async certificationCandidates(
    @Args(() => ScorecardArgsInput) args: ScorecardArgsInput,
    @Args(() => ForwardArgs) page: ForwardArgs,
    @Ctx() { viewer, services }: Context,
  ): Promise<Candidates> {
    const asked = { key: certificationGap.key, ...args, ...page, ranked: true };
    const { edges, pageInfo, totalCount, whole } = await services.metrics.rows(viewer, asked);
    const idsOf = ({ ids, facts }: MetricRow): Ids => {
      const { certification } = facts as CandidateFacts;
      return certification === null ? ids : { ...ids, CERTIFICATION: certification };
    };
    // One page for all, so that what its rows speak of is read once.
    const shared: RowPage = {
      asKnownAt: args.asKnownAt ?? null,
      ids: thing => edges.flatMap(({ node }) => idsOf(node)[thing] ?? []),
    };
    const candidate = (row: MetricRow): CertificationCandidateType => {
      const facts = row.facts as CandidateFacts;
      const lacking = needsTold(facts, viewer.language);
      const { place: rank } = row;
      return { rank, withinGap: rank <= whole, stage: facts.stage, lacking, ids: idsOf(row), page: shared };
    };
    const shown = edges.map(({ cursor, node }) => ({ cursor, node: candidate(node) }));
    return { edges: shown, nodes: shown.map(({ node }) => node), pageInfo, totalCount, gap: whole };
  }

  @FieldResolver(() => Int, {
    description:
      'How many employers the target of the day still needs, as certification.gap says. 距目标还差户数。',
  })
  gap(@Root() candidates: Candidates): number {
    return candidates.gap;
  }
}

/** What a place in the ranking speaks of. */
@Resolver(() => CertificationCandidateType)
export class CandidateResolver {
  // Whoever may open the rows of the gap may see whose they are.
  @Authorized<Action>('metric.read')
  @FieldResolver(() => EnterpriseType, { nullable: true, description: 'The employer. 用人单位。' })
  enterprise(
    @Root() row: CertificationCandidateType,
    @Ctx() context: RowContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<EnterpriseType | null> {
    return thingOfRow(row, ['ENTERPRISE', 'Enterprise', 'metric.read'], context, info);
  }

  @Authorized<Action>('certification.read')
  @FieldResolver(() => CertificationType, {
    nullable: true,
    description: 'Its newest application on the day; null before its first. 最近一次申报。',
  })
  certification(
    @Root() row: CertificationCandidateType,
    @Ctx() context: RowContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CertificationType | null> {
    return thingOfRow(row, ['CERTIFICATION', 'Certification', 'certification.read'], context, info);
  }
}
