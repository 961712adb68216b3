import { defineEntity, p } from '@mikro-orm/core';
import { idColumn, momentColumn } from '../kernel/base-columns.ts';
import type { Role } from './roles.ts';

/** A program's key: shown once, kept as a hash, good until it expires or is revoked. */
export const AccessToken = defineEntity({
  name: 'AccessToken',
  tableName: 'access_token',
  properties: {
    id: idColumn(),
    name: p.text(),
    secretHash: p.text().unique('access_token_secret_hash_key'),
    role: p.text().$type<Role>(),
    town: p.text().nullable(),
    enterpriseUscc: p.text().nullable(),
    expiresAt: momentColumn().nullable(),
    revokedAt: momentColumn().nullable(),
    lastUsedAt: momentColumn().nullable(),
    createdAt: momentColumn().defaultRaw('now()'),
    createdBy: p.text(),
  },
});
