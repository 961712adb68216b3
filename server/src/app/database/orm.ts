import { MikroORM } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import { migrations } from '../../../migrations/index.ts';
import { entities, tablesWithoutEntity } from '../../catalogue/entities.ts';
import type { DatabaseRole, Endpoint } from './endpoint.ts';

/** The ORM of this hub. */
export type Orm = MikroORM<PostgreSqlDriver>;

/** Opens the ORM as one of the roles; nothing is connected before the first statement. */
export function openOrm(endpoint: Endpoint, role: DatabaseRole): Promise<Orm> {
  return MikroORM.init<PostgreSqlDriver>({
    driver: PostgreSqlDriver,
    dbName: endpoint.database,
    // It serves the door: accounts, sessions and tokens exist on its connections, and on no other of hub_app.
    driverOptions: endpoint.as(role, { 'hub.door': 'access' }),
    pool: { min: 0, max: 4 },
    entities: [...entities],
    extensions: [Migrator],
    // The ORM's log would hold values of rows.
    debug: false,
    logger: () => undefined,
    migrations: {
      tableName: 'hub_migration',
      migrationsList: [...migrations],
      snapshot: false,
      transactional: true,
    },
    schemaGenerator: {
      ignoreRoutines: true,
      ignoreTriggers: true,
      ignorePolicies: true,
      skipTables: [...tablesWithoutEntity, 'hub_migration'],
      skipViews: [/./],
    },
  });
}
