import { documents, owners } from '../../metrics/define-document.ts';
import { defineMetric, inForce, ofEmployers } from '../../metrics/define-metric.ts';
import { employsNobody, notActive } from '../enterprise/index.ts';
import {
  noAgreement,
  notStated,
  noUnion,
  noUnionAtAll,
  statement,
  unionCode,
  unionDay,
  withoutUnion,
} from './union-shortfalls.ts';

const common = {
  kind: 'STOCK',
  unit: 'RATIO',
  better: 'HIGHER',
  needs: ['E', 'U'],
  dimensions: ofEmployers,
  owner: owners.union,
  document: documents.union,
  rows: 'union.read',
  absent: [notActive],
} as const;

const withUnion = inForce('rm_union_employer');
const unionised = { zh: '已建会的在营用人单位数', en: 'Active employers with a union on the day' };

export const unionCoverage = defineMetric({
  ...common,
  key: 'union.coverage',
  name: { zh: '建会率', en: 'Union coverage' },
  target: { value: 0.92 },
  definition: {
    zh: '当日有工会（独立、联合或区域行业覆盖）的在营用人单位占全部在营用人单位的比例。',
    en: 'Share of active employers that have a union on the day: their own, a joint or a regional one.',
  },
  numerator: {
    zh: '建会日期 ≤ 当日且当日及以前未撤销的用人单位数',
    en: 'Employers whose union is founded and not dissolved',
  },
  denominator: { zh: '在营用人单位数', en: 'Active employers' },
  missing: noUnionAtAll,
  counts: { numerator: [withUnion], denominator: [inForce('rm_active_employer')] },
});

export const unionCoverage25 = defineMetric({
  ...common,
  key: 'union.coverage25',
  name: { zh: '25人以上企业建会率', en: 'Own unions at employers of 25 or more' },
  target: { value: 1 },
  definition: {
    zh: '用工 25 人及以上的在营用人单位中，单独建立工会的比例。',
    en: 'Share of active employers with a headcount of 25 or more that have a union of their own.',
  },
  numerator: { zh: '其中单独建会的户数', en: 'Those with a union of their own' },
  denominator: {
    zh: '用工 25 人及以上的在营用人单位数',
    en: 'Active employers with a headcount of 25 or more',
  },
  absent: [
    notActive,
    {
      from: 'rm_employer_headcount',
      held: true,
      code: `case when x.persons < 25 then 'SMALL' end`,
      texts: { SMALL: { zh: '用工不足 25 人', en: 'Employs fewer than 25' } },
    },
  ],
  missing: {
    from: statement,
    code: unionCode(`case x.form when 'JOINT' then 'JOINT' else 'REGIONAL' end`),
    day: unionDay,
    texts: {
      ...noUnion,
      JOINT: { zh: '只参加联合工会，没有单独建会', en: 'Belongs to a joint union, has none of its own' },
      REGIONAL: {
        zh: '只由区域或行业工会覆盖，没有单独建会',
        en: 'Covered by a regional or industry union, has none of its own',
      },
    },
  },
  counts: {
    numerator: [inForce('rm_union_headcount', { where: `x.form = 'OWN' and x.persons >= 25` })],
    denominator: [inForce('rm_employer_headcount', { where: `x.persons >= 25` })],
  },
});

export const unionMembership = defineMetric({
  ...common,
  key: 'union.membership',
  name: { zh: '入会率', en: 'Union membership' },
  target: { value: 0.85 },
  absent: [notActive, employsNobody],
  definition: {
    zh: '工会会员占在营用人单位用工人数的比例；每户会员数以该户用工人数为上限。',
    en: "Union members as a share of the headcount of active employers; each employer's members are capped at its headcount.",
  },
  numerator: {
    zh: '已建会用人单位的会员数（每户不超过用工人数）',
    en: 'Members at employers with a union, capped at each headcount',
  },
  denominator: { zh: '在营用人单位用工人数', en: 'Headcount of active employers' },
  missing: {
    from: statement,
    code: unionCode(`'SOME'`),
    day: unionDay,
    texts: {
      NONE: { zh: '未建会，用工 {d} 人', en: 'Has no union; employs {d}' },
      LATER: { zh: '{day} 才建会，用工 {d} 人', en: 'Its union was founded only on {day}; employs {d}' },
      DISSOLVED: {
        zh: '工会已于 {day} 撤销，用工 {d} 人',
        en: 'Its union was dissolved on {day}; employs {d}',
      },
      SOME: {
        zh: '用工 {d} 人，会员 {n} 人，缺 {lack} 人',
        en: 'Employs {d}; {n} are members, {lack} are not',
      },
    },
  },
  counts: {
    numerator: [inForce('rm_union_headcount', { amount: 'least(x.members, x.persons)' })],
    denominator: [inForce('rm_employer_headcount', { amount: 'x.persons' })],
  },
});

export const unionCollective = defineMetric({
  ...common,
  key: 'union.collective',
  name: { zh: '集体合同签订率', en: 'Collective contracts' },
  target: { value: 0.9 },
  document: documents.collective,
  definition: {
    zh: '已建会的在营用人单位中，当日有集体合同在有效期内的比例。',
    en: 'Share of active employers with a union that have a collective contract in force on the day.',
  },
  numerator: { zh: '其中集体合同有效的户数', en: 'Those with a collective contract in force' },
  denominator: unionised,
  absent: [notActive, withoutUnion],
  missing: noAgreement('collective', '集体合同', 'collective contract'),
  counts: {
    numerator: [inForce('rm_union_agreement', { where: `x.kind = 'COLLECTIVE'` })],
    denominator: [withUnion],
  },
});

export const unionWage = defineMetric({
  ...common,
  key: 'union.wage',
  name: { zh: '工资集体协商建制率', en: 'Wage agreements' },
  target: { value: 0.8 },
  document: documents.collective,
  definition: {
    zh: '已建会的在营用人单位中，当日有工资专项集体合同在有效期内的比例。',
    en: 'Share of active employers with a union that have a wage agreement in force on the day.',
  },
  numerator: { zh: '其中工资专项集体合同有效的户数', en: 'Those with a wage agreement in force' },
  denominator: unionised,
  absent: [notActive, withoutUnion],
  missing: noAgreement('wage', '工资专项集体合同', 'wage agreement'),
  counts: {
    numerator: [inForce('rm_union_agreement', { where: `x.kind = 'WAGE'` })],
    denominator: [withUnion],
  },
});

export const unionCongress = defineMetric({
  ...common,
  key: 'union.congress',
  name: { zh: '职代会建制率', en: "Workers' congresses" },
  target: null,
  definition: {
    zh: '已建会的在营用人单位中，建立职工代表大会制度的比例。',
    en: "Share of active employers with a union that have a workers' congress.",
  },
  numerator: { zh: '其中建立职代会的户数', en: "Those with a workers' congress" },
  denominator: unionised,
  absent: [notActive, withoutUnion],
  missing: notStated('congress', '建立职代会', "has a workers' congress"),
  counts: { numerator: [inForce('rm_union_employer', { where: 'x.congress' })], denominator: [withUnion] },
});

export const unionDisclosure = defineMetric({
  ...common,
  key: 'union.disclosure',
  name: { zh: '厂务公开率', en: 'Disclosure of factory affairs' },
  target: null,
  definition: {
    zh: '已建会的在营用人单位中，实行厂务公开的比例。',
    en: 'Share of active employers with a union that practise disclosure of factory affairs.',
  },
  numerator: { zh: '其中实行厂务公开的户数', en: 'Those that practise disclosure' },
  denominator: unionised,
  absent: [notActive, withoutUnion],
  missing: notStated('disclosure', '实行厂务公开', 'practises disclosure'),
  counts: { numerator: [inForce('rm_union_employer', { where: 'x.disclosure' })], denominator: [withUnion] },
});
