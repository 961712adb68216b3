import {
  coded, day, decimal, derived, indexed, optional, text, unsorted, updatedAt, version, whole, yes,
} from '../../read/define-fields.ts'; // prettier-ignore
import { defineType } from '../../read/define-list.ts';
import { enterpriseHas, enterpriseOf } from '../enterprise/index.ts';

/** Speaks on the day: the newest by then (of one day the later import, then the lower row), and no cancellation. */
const inForce = `($.kind <> 'CANCEL' and $.filed_on <= {day} and not exists (select from filing n
  where n.enterprise_id = $.enterprise_id and n.filed_on <= {day}
    and (n.filed_on, n.import_row_id, n.id) > ($.filed_on, $.import_row_id, $.id)))`;

/** What can be read of one labour-use filing (form F). */
export const filingRows = defineType({
  name: 'Filing',
  table: 'filing',
  needs: 'filing.read',
  defaultOrder: [{ field: 'FILED_ON', direction: 'DESC' }],
  fields: {
    filedOn: indexed(day('filed_on', '备案日期', 'Filed on')),
    kind: coded('kind', 'FilingKind', '备案类型', 'Kind'),
    workers: whole('workers', '用工总数', 'Workers'),
    contracted: whole('contracted', '签订劳动合同人数', 'Workers with a contract'),
    insured: whole('insured', '参加社会保险人数', 'Insured workers'),
    dispatched: optional(whole('dispatched', '劳务派遣人数', 'Dispatched workers')),
    partTime: optional(whole('part_time', '非全日制人数', 'Part-time workers')),
    migrant: optional(whole('migrant', '农民工人数', 'Migrant workers')),
    rulesFiled: yes('rules_filed', '规章制度备案', 'Rules filed'),
    specialHours: yes('special_hours', '特殊工时审批', 'Special hours approved'),
    lowestWage: optional(decimal('lowest_wage', '最低月工资', 'Lowest monthly wage')),
    filingNo: unsorted(text('filing_no', '备案编号', 'Filing number')),
    inForce: derived('有效', 'In force', [inForce], { filter: 'boolean', tables: ['filing'] }),
    version,
    updatedAt,
  },
});

/** Filing.enterprise: the employer that filed. */
export const filingEnterprise = enterpriseOf(filingRows);

/** Enterprise.filings, added from here: all it ever filed. */
export const enterpriseFilings = enterpriseHas('filings', filingRows);

/** Enterprise.filing, added from here: the one in force. */
export const enterpriseFiling = enterpriseHas('filing', filingRows, 'NEWEST', inForce);
