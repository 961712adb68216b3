import { defineEntity, p } from '@mikro-orm/core';
import { idColumn, momentColumn } from '../kernel/base-columns.ts';
import { Person } from './person.entity.ts';

/** Who a person is to an issuer of single sign-on: issuer and subject together, and nothing else. */
export const PersonIdentity = defineEntity({
  name: 'PersonIdentity',
  tableName: 'person_identity',
  uniques: [{ properties: ['issuer', 'subject'], name: 'person_identity_issuer_subject_key' }],
  properties: {
    id: idColumn(),
    person: () =>
      p
        .manyToOne(Person)
        .ref()
        .index('person_identity_person')
        .updateRule('no action')
        .foreignKeyName('person_identity_person_id_fkey'),
    issuer: p.text(),
    subject: p.text(),
    createdAt: momentColumn().defaultRaw('now()'),
  },
});
