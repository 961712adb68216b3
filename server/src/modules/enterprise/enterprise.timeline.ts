import { defineTimeline } from '../../read/timeline/define-timeline.ts';
import { enterpriseStatuses, type EnterpriseStatus } from './enterprise.codes.ts';

/** Founding and deregistration, from the roster. */
export const enterpriseTimeline = defineTimeline({
  type: null,
  table: 'enterprise',
  enterprise: 'id',
  needs: 'enterprise.read',
  events: [
    {
      kind: 'FOUNDED',
      day: 'founded_on',
      params: ['registration'],
      tell: registration => ({
        zh: registration ? `成立（${registration}）` : '成立',
        en: registration ? `Founded (${registration})` : 'Founded',
      }),
    },
    { kind: 'CLOSED', day: 'closed_on', params: [], tell: () => ({ zh: '注销', en: 'Deregistered' }) },
  ],
});

/** What the rosters said of the business status, where it differs from the roster before. */
export const statusTimeline = defineTimeline({
  type: null,
  table: 'enterprise_status',
  enterprise: 'enterprise_id',
  needs: 'enterprise.read',
  events: [
    {
      kind: 'STATUS',
      day: 'stated_on',
      params: ['status'],
      where: `status is distinct from coalesce((select b.status from enterprise_status b
        where b.enterprise_id = enterprise_status.enterprise_id and b.stated_on < enterprise_status.stated_on
        order by b.stated_on desc limit 1), 'ACTIVE')`,
      tell: status => {
        const word = enterpriseStatuses[status as EnterpriseStatus];
        return { zh: `名录载明：${word.zh}`, en: `The roster says: ${word.en}` };
      },
    },
  ],
});

/** Names given up, on the day of the report that first carried the new one. */
export const nameTimeline = defineTimeline({
  type: null,
  table: 'former_name',
  enterprise: 'enterprise_id',
  needs: 'enterprise.read',
  events: [
    {
      kind: 'RENAMED',
      day: `(select coalesce(s.stated_on, (s.known_at at time zone 'Asia/Shanghai')::date) from import_row i
        join import_sheet s on s.id = i.sheet_id where i.id = former_name.import_row_id)`,
      params: ['name'],
      tell: name => ({ zh: `不再使用原名“${name}”`, en: `No longer called "${name}"` }),
    },
  ],
});
