import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { countColumn, momentColumn } from '../kernel/base-columns.ts';

/** Failed sign-ins of one account, one address or the pair of them, under a keyed hash. */
export const SignInGuard = defineEntity({
  name: 'SignInGuard',
  tableName: 'sign_in_guard',
  properties: {
    key: p.text().primary(),
    failures: countColumn(),
    countedFrom: momentColumn(),
    lockedUntil: momentColumn().nullable(),
  },
});

/** A row of it. */
export type SignInGuardRow = InferEntity<typeof SignInGuard>;
