import { forFigures } from '../../access/scope-of.ts';
import { demand } from '../../access/policy.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Cursors } from '../../kernel/cursor.ts';
import type { Database } from '../../kernel/database.ts';
import type { Day } from '../../kernel/days.ts';
import { knownAt } from '../../kernel/known.ts';
import type { ListArgs } from '../../kernel/page.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { frameOf, type MetricArgs } from '../../metrics/frame.ts';
import type { MetricService } from '../../metrics/metric.service.ts';
import { pageAsked, pageOf, type RowPage } from '../../metrics/rows/row-page.ts';
import { disputeFiled } from './dispute.metrics.ts';
import { repeatedStatement } from './repeated-disputes.ts';

/** What the list stands on. */
export interface RepeatedDisputeDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly cursors: Cursors;
  readonly metrics: Pick<MetricService, 'metric'>;
}

/** Which period, of whom, as known when, and which page. */
export interface RepeatedDisputeAsked
  extends Pick<MetricArgs, 'from' | 'to' | 'filter' | 'asKnownAt'>, Pick<ListArgs, 'first' | 'after'> {}

/** An employer with several cases in the period. */
export interface RepeatedDispute {
  readonly disputes: number;
  readonly people: number;
  readonly lastFiledOn: Day;
  readonly ids: { readonly ENTERPRISE: number };
  readonly page: RowPage;
}

interface Answer {
  total: number;
  rows: [id: number, place: number, disputes: number, people: number, lastFiledOn: Day][];
}

/** Employers against whom several cases were filed in a period, for whoever may open the cases. */
export class RepeatedDisputes {
  readonly #deps: RepeatedDisputeDeps;

  constructor(deps: RepeatedDisputeDeps) {
    this.#deps = deps;
  }

  async list(viewer: Viewer, asked: RepeatedDisputeAsked): Promise<Connection<RepeatedDispute>> {
    demand(viewer, disputeFiled.rows);
    const { database, clock, cursors, metrics } = this.#deps;
    const { first = null, after = null, filter = null, asKnownAt = null, from = null, to = null } = asked;
    const page = pageAsked(cursors, 'repeated disputes', { first, after });
    const figure = { key: disputeFiled.key, from, to, filter, asKnownAt };
    // The figure comes first: it checks what was asked, and knows whether the register was delivered.
    const { total } = await metrics.metric(viewer, figure);
    const period = frameOf(disputeFiled, figure, clock.today()).total;
    const known = await knownAt(database, viewer.scope, asKnownAt);
    const limit = page.window.size + 1;
    const { sql, values } = repeatedStatement({ period, filter, known, after: page.after, limit });
    const [answer] =
      total.value === null ? [] : await database.read<Answer>(forFigures(viewer.scope), sql, values);
    const found = (answer?.rows ?? []).map(([id, place, disputes, people, lastFiledOn]) => ({
      id,
      place,
      told: { disputes, people, lastFiledOn, ids: { ENTERPRISE: id } },
    }));
    return pageOf(cursors, page, found, Number(answer?.total ?? 0), shown => {
      const rows: RowPage = { asKnownAt, ids: thing => (thing === 'ENTERPRISE' ? shown.map(({ id }) => id) : []) };
      return ({ told }): RepeatedDispute => ({ ...told, page: rows });
    }); // prettier-ignore
  }
}
