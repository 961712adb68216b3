import type { HubModule } from '../ui/define-module.ts';
import { accessModule } from './access/index.ts';
import { enterpriseModule } from './enterprise/index.ts';
import { ingestModule } from './ingest/index.ts';
import { metricsModule } from './metrics/index.ts';
import { overviewModule } from './overview/index.ts';

/** Every module of the dashboard, in the order of the menu. */
export const modules: readonly HubModule[] = [
  overviewModule,
  enterpriseModule,
  metricsModule,
  ingestModule,
  accessModule,
];
