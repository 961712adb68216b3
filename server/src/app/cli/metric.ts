import type { Command } from 'commander';
import { systemViewer } from '../../access/viewer.ts';
import type { MetricOptions } from '../../metrics/metric-arguments.ts';
import type { MetricCommandDeps } from '../../metrics/metric-command.ts';
import { language } from './arguments.ts';
import { table } from './output.ts';
import { runCommand } from './run.ts';

/** `hub metric KEY`: one figure, a series or cuts, as a table or as the MetricAnswer of GraphQL. */
export function metricCommandLine(program: Command): void {
  program
    .command('metric <key>')
    .description('查询一个指标 / ask for one metric')
    .option('--at <date>', '时点（存量指标）/ day, for a stock metric')
    .option('--from <date>', '起（流量指标，含）/ first day, for a flow metric')
    .option('--to <date>', '止（含）/ last day')
    .option('--grain <grain>', 'DAY WEEK MONTH QUARTER YEAR')
    .option('--by <dimensions>', '维度 / dimensions: TOWN,INDUSTRY …')
    .option('--filter <filter>', '筛选 / filter: town=LUOBU,industry=C')
    .option('--as-known-at <moment>', '按当时所知 / as it was known on a day or at a moment')
    .option('--json', 'JSON: MetricAnswer')
    .action((key: string, { json = false, ...options }: MetricOptions & { json?: boolean }) =>
      runCommand(json, async run => {
        const { createServices } = await import('../services.ts');
        const { metricCommand } = await import('../../metrics/metric-command.ts');
        const { metrics, dataSources } = createServices(await run.open());
        const { answer, say } = run.output;
        const viewer = systemViewer('cli', language());
        const sources: MetricCommandDeps['sources'] = (reader, { metric }) =>
          dataSources.list(reader, { forms: metric.sources });
        return metricCommand({ metrics, viewer, sources, answer, say, table }, key, options);
      }),
    );
}
