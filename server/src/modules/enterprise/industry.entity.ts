import { defineEntity } from '@mikro-orm/core';
import { codeColumns } from '../../kernel/base-columns.ts';

/** A section of the national classification of industries (GB/T 4754-2017). */
export const Industry = defineEntity({ name: 'Industry', tableName: 'industry', properties: codeColumns() });
