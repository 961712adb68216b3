import {
  coded,
  day,
  derived,
  masked,
  name,
  optional,
  unsorted,
  updatedAt,
  version,
  whole,
  yes,
} from '../../read/define-fields.ts';
import { defineType, type FieldDef, type HeldDef } from '../../read/define-list.ts';
import { activityTables, employerActive, enterpriseHas, enterpriseOf } from '../enterprise/index.ts';
import { agreementKinds, type AgreementKind } from './union.codes.ts';
import { agreementHolds, unionHolds } from './union.rules.ts';

interface Agreement {
  readonly kind: AgreementKind;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** The agreements of one union row; one without any day is not there. */
const agreements = (...[collectiveFrom, collectiveTo, wageFrom, wageTo, womenTo]: unknown[]): object[] =>
  [
    { kind: 'COLLECTIVE', startsOn: collectiveFrom, endsOn: collectiveTo },
    { kind: 'WAGE', startsOn: wageFrom, endsOn: wageTo },
    { kind: 'WOMEN', startsOn: null, endsOn: womenTo },
  ].filter(({ startsOn, endsOn }) => startsOn !== null || endsOn !== null);

/** The last day of an agreement; that it came with form U is told once, with the agreements. */
const ends = (column: string, zh: string, en: string): FieldDef =>
  optional(day(column, zh, en, { source: [] }));

/** How many days an agreement still runs. */
const left = (column: string, zh: string, en: string): FieldDef =>
  derived(zh, en, [`($.${column} - {day})`], { dayArgument: 'at' });

/** That a rule holds on the day, at an active employer. */
const held = (rule: string): Pick<HeldDef, 'sql' | 'tables'> => ({
  sql: `${rule} and ${employerActive}`,
  tables: activityTables,
});

/** What can be read of the union of an employer (form U). */
export const unionRows = defineType({
  name: 'Union',
  table: 'union_organisation',
  needs: 'union.read',
  defaultOrder: [],
  fields: {
    form: coded('form', 'UnionForm', '建会形式', 'Form of organisation'),
    name: optional(name('name', '工会名称', 'Name of the union')),
    foundedOn: optional(day('founded_on', '建会日期', 'Founded on')),
    dissolvedOn: optional(day('dissolved_on', '撤销日期', 'Dissolved on')),
    members: whole('members', '会员人数', 'Members'),
    chair: masked('chair', '工会主席', 'Chair'),
    agreements: derived(
      '集体合同',
      'Collective agreements',
      ['$.collective_from', '$.collective_to', '$.wage_from', '$.wage_to', '$.women_to'],
      {
        read: agreements,
        cell: (language, value) =>
          (value as Agreement[])
            .map(
              ({ kind, startsOn, endsOn }) =>
                `${agreementKinds[kind][language]} ${startsOn ?? ''}~${endsOn ?? ''}`,
            )
            .join('；'),
        source: ['collective_from', 'collective_to', 'wage_from', 'wage_to', 'women_to'],
      },
    ),
    collectiveEndsOn: ends('collective_to', '集体合同终止日期', 'Collective contract ends on'),
    wageEndsOn: ends('wage_to', '工资专项集体合同终止日期', 'Wage agreement ends on'),
    collectiveDaysLeft: left('collective_to', '集体合同剩余天数', 'Days left of the collective contract'),
    wageDaysLeft: left('wage_to', '工资专项集体合同剩余天数', 'Days left of the wage agreement'),
    congress: unsorted(yes('congress', '职代会', "Workers' congress")),
    disclosure: unsorted(yes('disclosure', '厂务公开', 'Disclosure of plant affairs')),
    version,
    updatedAt,
  },
  held: {
    inForceOn: { label: { zh: '已建会于', en: 'Has a union on' }, ...held(unionHolds('$', '{day}')) },
    collectiveInForceOn: { label: { zh: '集体合同有效于', en: 'Collective contract in force on' }, ...held(agreementHolds('collective', '$', '{day}')) },
    wageInForceOn: { label: { zh: '工资专项集体合同有效于', en: 'Wage agreement in force on' }, ...held(agreementHolds('wage', '$', '{day}')) },
  }, // prettier-ignore
});

/** Union.enterprise: the employer it organises. */
export const unionEnterprise = enterpriseOf(unionRows);

/** Enterprise.union, added from here: the enterprise module does not know unions. */
export const enterpriseUnion = enterpriseHas('union', unionRows, 'ONE');
