import { defineEntity } from '@mikro-orm/core';
import { codeColumns } from '../../kernel/base-columns.ts';

/** A subject of labour security inspection (劳动保障监察条例 article 11). */
export const InspectionSubject = defineEntity({
  name: 'InspectionSubject',
  tableName: 'inspection_subject',
  properties: codeColumns(),
});
