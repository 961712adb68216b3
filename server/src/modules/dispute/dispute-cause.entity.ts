import { defineEntity } from '@mikro-orm/core';
import { codeColumns } from '../../kernel/base-columns.ts';

/** A cause of action of labour disputes, level 1 of the dictionary. */
export const DisputeCause = defineEntity({
  name: 'DisputeCause',
  tableName: 'dispute_cause',
  properties: codeColumns(),
});
