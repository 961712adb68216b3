import { defineEntity, p } from '@mikro-orm/core';
import { momentColumn } from '../kernel/base-columns.ts';
import { Person } from './person.entity.ts';

/** What a person proves beside the password: an authenticator's secret, sealed, and recovery codes, hashed. */
export const SecondFactor = defineEntity({
  name: 'SecondFactor',
  tableName: 'second_factor',
  properties: {
    person: () =>
      p
        .oneToOne(Person)
        .ref()
        .primary()
        .owner()
        .updateRule('no action')
        .deleteRule('no action')
        .foreignKeyName('second_factor_person_id_fkey'),
    /** In force since `confirmedAt`. */
    secret: p.blob().columnType('bytea').nullable(),
    /** Offered, until its first code is right. */
    pending: p.blob().columnType('bytea').nullable(),
    confirmedAt: momentColumn().nullable(),
    /** The time step of the last code that was good: none before it is ever good again. */
    lastStep: p.bigint('number').defaultRaw('0'),
    recoveryHashes: p.array().columnType('text[]').defaultRaw(`'{}'`),
  },
});
