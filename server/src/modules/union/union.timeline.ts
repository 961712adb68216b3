import type { Message } from '../../kernel/errors.ts';
import { defineTimeline, type TimelineEvent } from '../../read/timeline/define-timeline.ts';

const agreement = (from: string, to: string, { zh, en }: Message): TimelineEvent[] => [
  {
    kind: 'AGREEMENT_BEGINS',
    day: from,
    params: [to],
    tell: end => ({
      zh: end ? `${zh}生效，至 ${end}` : `${zh}生效`,
      en: end ? `${en} in force until ${end}` : `${en} in force`,
    }),
  },
  {
    kind: 'AGREEMENT_ENDS',
    day: to,
    params: [],
    where: `${from} is not null`,
    tell: () => ({ zh: `${zh}到期`, en: `${en} ends` }),
  },
];

/** The union of an employer and its agreements. */
export const unionTimeline = defineTimeline({
  type: 'Union',
  table: 'union_organisation',
  enterprise: 'enterprise_id',
  needs: 'union.read',
  events: [
    {
      kind: 'UNION_FOUNDED',
      day: 'founded_on',
      where: `form <> 'NONE'`,
      params: ['name'],
      tell: name => ({ zh: name ? `成立工会：${name}` : '成立工会', en: name ? `Union founded: ${name}` : 'Union founded' }),
    },
    { kind: 'UNION_DISSOLVED', day: 'dissolved_on', params: [], tell: () => ({ zh: '工会撤销', en: 'Union dissolved' }) },
    ...agreement('collective_from', 'collective_to', { zh: '集体合同', en: 'Collective contract' }),
    ...agreement('wage_from', 'wage_to', { zh: '工资专项集体合同', en: 'Wage agreement' }),
  ],
}); // prettier-ignore
