import type { EntityManager } from '@mikro-orm/postgresql';

/** The part of the ORM that access needs: every act works on a fork of its own. */
export interface Orm {
  readonly em: EntityManager;
}
