import { defineEntity, p } from '@mikro-orm/core';
import { idColumn, momentColumn } from '../kernel/base-columns.ts';
import { Person } from './person.entity.ts';
import type { Role } from './roles.ts';

/** A role that a person holds for a term; a handover ends one and begins another, nothing is overwritten. */
export const RoleAssignment = defineEntity({
  name: 'RoleAssignment',
  tableName: 'role_assignment',
  properties: {
    id: idColumn(),
    person: () =>
      p
        .manyToOne(Person)
        .ref()
        .index('role_assignment_person')
        .updateRule('no action')
        .foreignKeyName('role_assignment_person_id_fkey'),
    role: p.text().$type<Role>(),
    town: p.text().nullable(),
    enterpriseUscc: p.text().nullable(),
    startsOn: p.date(),
    endsOn: p.date().nullable(),
    createdAt: momentColumn().defaultRaw('now()'),
  },
});
