import { metrics } from '../../server/src/catalogue/metrics.ts';
import { readModels } from '../../server/src/catalogue/read-models.ts';
import { systemViewer, type Viewer } from '../../server/src/access/viewer.ts';
import type { Role } from '../../server/src/access/roles.ts';
import { scopeOf } from '../../server/src/access/scope-of.ts';
import { Cursors } from '../../server/src/kernel/cursor.ts';
import { endOfShanghaiDay } from '../../server/src/kernel/days.ts';
import { MetricService } from '../../server/src/metrics/metric.service.ts';
import type { KeptCells } from '../../server/src/metrics/metric-reader.ts';
import type { MetricArgs } from '../../server/src/metrics/frame.ts';
import type { TestHub } from '../support/database.ts';

/** The engine over a test's database, on a fixed day; with cells where a test keeps some. */
export const engineOn = (hub: TestHub, today = '2022-12-31', cells?: KeptCells): MetricService =>
  new MetricService({
    ...(cells && { cells }),
    database: hub.database,
    clock: { now: () => endOfShanghaiDay(today), today: () => today },
    metrics,
    readModels,
    cursors: new Cursors(Buffer.alloc(32, 7)),
  });

export const hubItself: Viewer = systemViewer('test');

/** A person of a role, with the rows that exist for it. */
export const personOf = (role: Role, town: string | null = null): Viewer => ({
  kind: 'PERSON', id: '1', name: role, role, town, scope: scopeOf('person:1', role, town), language: 'zh',
}); // prettier-ignore

/** value (numerator/denominator) of the total, as the golden cases write it. */
export async function total(engine: MetricService, args: MetricArgs): Promise<string> {
  const { value, numerator, denominator } = (await engine.metric(hubItself, args)).total;
  if (denominator === null) return String(value);
  return `${numerator}/${denominator}`;
}

/** Cut keys with what was counted: `LUOBU 1/2, CORE 0/1`. */
export async function cuts(engine: MetricService, args: MetricArgs): Promise<string> {
  const { points } = await engine.metric(hubItself, args);
  return points
    .map(({ cuts: keys, value }) => {
      const figure = value.denominator === null ? value.value : `${value.numerator}/${value.denominator}`;
      return `${keys.map(cut => cut.key).join('+')} ${figure}`;
    })
    .join(', ');
}
