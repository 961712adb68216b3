import type { HubModule } from '../ui/define-module.ts';
import { accessModule } from './access/index.ts';
import { auditModule } from './audit/index.ts';
import { certificationModule } from './certification/index.ts';
import { contractModule } from './contract/index.ts';
import { disputeModule } from './dispute/index.ts';
import { enterpriseModule } from './enterprise/index.ts';
import { exploreModule } from './explore/index.ts';
import { ingestModule } from './ingest/index.ts';
import { inspectionModule } from './inspection/index.ts';
import { mapModule } from './map/index.ts';
import { metricsModule } from './metrics/index.ts';
import { overviewModule } from './overview/index.ts';
import { peopleModule } from './people/index.ts';
import { policyModule } from './policy/index.ts';
import { settingsModule } from './settings/index.ts';
import { termsModule } from './terms/index.ts';
import { tokensModule } from './tokens/index.ts';
import { wallModule } from './wall/index.ts';
import { unionModule } from './union/index.ts';

/** Every module of the dashboard, in the order of the menu. */
export const modules: readonly HubModule[] = [
  overviewModule,
  enterpriseModule,
  certificationModule,
  unionModule,
  contractModule,
  disputeModule,
  inspectionModule,
  mapModule,
  metricsModule,
  exploreModule,
  ingestModule,
  auditModule,
  peopleModule,
  termsModule,
  tokensModule,
  policyModule,
  wallModule,
  settingsModule,
  accessModule,
];
