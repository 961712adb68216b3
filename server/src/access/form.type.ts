import { enumType } from '../kernel/enum-type.ts';
import { enumOps, type EnumOps } from '../kernel/operators.type.ts';
import type { ClassType } from 'type-graphql';
import type { FormLetter } from './policy.ts';

/** GraphQL `Form`: the eight forms that departments send. */
export const FormEnum = enumType<FormLetter>('Form', 'A form that a department sends. 报送表种。', {
  E: { zh: '企业名录', en: 'Enterprise roster.' },
  U: { zh: '工会建设情况表', en: 'Unions and their agreements.' },
  C: { zh: '电子合同库', en: 'Labour contracts.' },
  F: { zh: '一户一册备案', en: 'Labour-use filings.' },
  S: { zh: '乐签平台签署记录', en: 'E-signing records.' },
  D: { zh: '劳动人事争议案件台账', en: 'Disputes in mediation.' },
  A: { zh: '和谐企业认定台账', en: 'Certification applications.' },
  I: { zh: '劳动保障监察台账', en: 'Inspection cases.' },
});

/** Operators for a form in a filter. */
export const FormOps: ClassType<EnumOps<FormLetter>> = enumOps<FormLetter>('Form', FormEnum);
