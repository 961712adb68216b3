import type { Shortfall } from '../../metrics/define-metric.ts';

/** Where the reasons are read from: the federation's table, without regard to days. */
export const statement = 'rm_union_statement';

/** Why an employer has no union on the day; `otherwise` is what lacks where it has one. */
export const unionCode = (otherwise: string): string => `case
  when x.form is null or x.form = 'NONE' or x.founded_on is null then 'NONE'
  when x.founded_on > q.last then 'LATER'
  when x.dissolved_on <= q.last then 'DISSOLVED' else ${otherwise} end`;
/** The day that goes with it. */
export const unionDay = `case when x.founded_on > q.last then x.founded_on else x.dissolved_on end`;
/** Its words. */
export const noUnion = {
  NONE: { zh: '未建会', en: 'Has no union' },
  LATER: { zh: '{day} 才建会', en: 'Its union was founded only on {day}' },
  DISSOLVED: { zh: '工会已于 {day} 撤销', en: 'Its union was dissolved on {day}' },
} as const;
/** Why an employer has no union at all; those with the most staff are told of first. */
export const noUnionAtAll: Shortfall = {
  from: statement,
  code: unionCode(`'NONE'`),
  day: unionDay,
  among: 'x.staff desc',
  texts: noUnion,
};
/** Why an employer without a union is not counted among those that have one. */
export const withoutUnion: Shortfall = {
  from: statement,
  code: unionCode('null'),
  day: unionDay,
  texts: noUnion,
};
/** Why an employer with a union has no such agreement in force. */
export const noAgreement = (kind: 'collective' | 'wage', zh: string, en: string): Shortfall => ({
  from: statement,
  code: `case when x.${kind}_from is null then 'NONE' when x.${kind}_from > q.last then 'LATER' else 'OVER' end`,
  day: `case when x.${kind}_from > q.last then x.${kind}_from else x.${kind}_to end`,
  texts: {
    NONE: { zh: `没有${zh}`, en: `Has no ${en}` },
    LATER: { zh: `${zh}自 {day} 起生效`, en: `Its ${en} begins only on {day}` },
    OVER: { zh: `${zh}已于 {day} 期满`, en: `Its ${en} ended on {day}` },
  },
});

/** Why an employer with a union does not have what a column of the table says yes or no to. */
export const notStated = (column: string, zh: string, en: string): Shortfall => ({
  from: statement,
  code: `case when x.${column} is null then 'UNSAID' else 'NO' end`,
  texts: {
    UNSAID: { zh: `报表未填写是否${zh}`, en: `The table does not say whether it ${en}` },
    NO: { zh: `未${zh}`, en: `By the table it is not so that it ${en}` },
  },
});
