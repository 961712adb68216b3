import {
  coded,
  day,
  derived,
  listed,
  masked,
  name,
  optional,
  text,
  unsorted,
  updatedAt,
  version,
  whole,
} from '../../read/define-fields.ts';
import {
  defineRelation,
  defineType,
  type RelationDef,
  type RowSql,
  type TypeDef,
} from '../../read/define-list.ts';
import { activeOn, activityTables } from './enterprise.rules.ts';

/** The newest grade by the day; of one day the later import, then the lower row. Inspections are named in SQL only. */
const integrityGrade = `(select i.grade from inspection i
  where i.enterprise_id = $.id and i.grade is not null and i.checked_on <= {day}
  order by i.checked_on desc, i.import_row_id desc, i.id desc limit 1)`;

/** What can be read of an employer on the roster (form E). */
export const enterpriseRows = defineType({
  name: 'Enterprise',
  table: 'enterprise',
  needs: 'enterprise.read',
  defaultOrder: [],
  fields: {
    uscc: text('uscc', '统一社会信用代码', 'Unified social credit code', {
      order: { cast: 'text', nullable: false, unique: true },
    }),
    name: name('name', '企业名称', 'Name', 'name_key'),
    formerNames: derived(
      '曾用名',
      'Former names',
      [`(select json_agg(f.name order by f.id) from former_name f where f.enterprise_id = $.id)`],
      { tables: ['former_name'], read: names => names, empty: [] },
    ),
    town: listed('town', 'town', '所属区域', 'Town'),
    industry: listed('industry', 'industry', '行业门类', 'Industry section'),
    industryDivision: optional(text('industry_division', '行业大类', 'Industry division')),
    size: optional(coded('size', 'EnterpriseSize', '企业规模', 'Size')),
    registration: optional(text('registration', '登记类型', 'Registration type')),
    legalRepresentative: masked('legal_representative', '法定代表人', 'Legal representative'),
    contact: masked('contact', '联系人', 'Contact'),
    phone: masked('phone', '联系电话', 'Telephone'),
    staff: whole('staff', '职工人数', 'Staff'),
    foundedOn: day('founded_on', '成立日期', 'Founded on'),
    status: coded('status', 'EnterpriseStatus', '经营状态', 'Business status'),
    closedOn: optional(day('closed_on', '注销日期', 'Deregistered on')),
    address: unsorted(text('address', '注册地址', 'Registered address')),
    integrityGrade: derived('守法诚信等级', 'Integrity grade', [integrityGrade], {
      needs: 'inspection.read',
      tables: ['inspection'],
      filter: 'code',
      enumName: 'IntegrityGrade',
    }),
    version,
    updatedAt,
  },
  held: {
    activeOn: {
      label: { zh: '在营于', en: 'Active on' },
      sql: activeOn('$', '{day}', '{denominator}'),
      tables: activityTables,
    },
  },
});

/** Rows' own field `enterprise`: the employer they speak of, for whoever may read the rows. */
export const enterpriseOf = (from: TypeDef): RelationDef =>
  defineRelation({
    from, field: 'enterprise', to: enterpriseRows, kind: 'ONE',
    fromColumn: 'enterprise_id', toColumn: 'id', needs: from.needs, filter: true,
  }); // prettier-ignore

/** A field that another module adds to Enterprise: its rows there, for whoever may read them. */
export const enterpriseHas = (
  field: string,
  to: TypeDef,
  kind: RelationDef['kind'] = 'MANY',
  only?: RowSql,
): RelationDef =>
  defineRelation({
    from: enterpriseRows, field, to, kind, fromColumn: 'id', toColumn: 'enterprise_id', needs: to.needs,
    ...(only && { only }),
  }); // prettier-ignore
