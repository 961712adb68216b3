import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { idColumn, momentColumn } from '../kernel/base-columns.ts';

/** Somebody who signs in with a name and a password, or by single sign-on. */
export const Person = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: idColumn(),
    username: p.text().unique('person_username_key'),
    displayName: p.text(),
    /** Null for an account that knows single sign-on only. */
    passwordHash: p.text().nullable(),
    mustChangePassword: p.boolean().default(true),
    language: p.text().default('zh'),
    disabledAt: momentColumn().nullable(),
    lastSignInAt: momentColumn().nullable(),
    createdAt: momentColumn().defaultRaw('now()'),
    /** What an act on the person was decided on. */
    version: p.integer().columnType('int').default(1),
  },
});

/** One row of people. */
export type PersonRow = InferEntity<typeof Person>;
