import { AccessService } from '../access/access.service.ts';
import { ViewerService } from '../access/viewer.service.ts';
import { systemClock, type Clock } from '../kernel/clock.ts';
import type { Database } from '../kernel/database.ts';
import { Vault } from '../kernel/personal.ts';
import type { Orm } from './database/orm.ts';

/** What the services stand on. */
export interface Foundation {
  readonly database: Database;
  readonly orm: Orm;
  /** HUB_SECRET: keys are derived from it. */
  readonly secret: string;
  readonly clock?: Clock;
}

/** One set of services for a process; who asks is said with every call. */
export interface Services {
  readonly database: Database;
  readonly orm: Orm;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly access: AccessService;
  readonly viewer: ViewerService;
}

/** Wires the services; the server, the command line and the tests all call this. */
export function createServices({ database, orm, secret, clock = systemClock }: Foundation): Services {
  const vault = new Vault(secret);
  return {
    database,
    orm,
    vault,
    clock,
    access: new AccessService(orm, clock, vault),
    viewer: new ViewerService(database, clock),
  };
}
