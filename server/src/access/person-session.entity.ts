import { defineEntity, p } from '@mikro-orm/core';
import { idColumn, momentColumn } from '../kernel/base-columns.ts';
import { Person } from './person.entity.ts';

/** A browser that has signed in; the cookie's secret is kept as a hash only. */
export const PersonSession = defineEntity({
  name: 'PersonSession',
  tableName: 'person_session',
  properties: {
    id: idColumn(),
    secretHash: p.text().unique('person_session_secret_hash_key'),
    person: () =>
      p
        .manyToOne(Person)
        .ref()
        .index('person_session_person')
        .updateRule('no action')
        .foreignKeyName('person_session_person_id_fkey'),
    createdAt: momentColumn().defaultRaw('now()'),
    seenAt: momentColumn().defaultRaw('now()'),
    expiresAt: momentColumn(),
    endedAt: momentColumn().nullable(),
    address: p.text().nullable(),
    agent: p.text().nullable(),
    /** When its second factor was last proven. */
    provenAt: momentColumn().nullable(),
    /** The role it began with: another one ends it. */
    assignmentId: p.bigint('number').nullable(),
    /** The issuer's answer it began with, as a hash: one answer begins one session. */
    answerHash: p.text().nullable().unique('person_session_answer_hash_key'),
  },
});
