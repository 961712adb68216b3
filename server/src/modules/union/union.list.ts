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
import { defineType } from '../../read/define-list.ts';
import { enterpriseHas, enterpriseOf } from '../enterprise/index.ts';
import { agreementKinds, type AgreementKind } from './union.codes.ts';

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
    congress: unsorted(yes('congress', '职代会', "Workers' congress")),
    disclosure: unsorted(yes('disclosure', '厂务公开', 'Disclosure of plant affairs')),
    version,
    updatedAt,
  },
});

/** Union.enterprise: the employer it organises. */
export const unionEnterprise = enterpriseOf(unionRows);

/** Enterprise.union, added from here: the enterprise module does not know unions. */
export const enterpriseUnion = enterpriseHas('union', unionRows, 'ONE');
