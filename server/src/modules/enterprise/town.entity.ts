import { defineEntity } from '@mikro-orm/core';
import { codeColumns } from '../../kernel/base-columns.ts';

/** A town of the district. */
export const Town = defineEntity({ name: 'Town', tableName: 'town', properties: codeColumns() });
