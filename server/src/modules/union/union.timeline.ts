import type { Message } from '../../kernel/errors.ts';
import { defineTimeline, type TimelineEvent } from '../../read/timeline/define-timeline.ts';

const begins = (from: string, to: string, { zh, en }: Message): TimelineEvent => ({
  kind: 'AGREEMENT_BEGINS',
  day: from,
  params: [to],
  tell: end => ({
    zh: end ? `${zh}生效，至 ${end}` : `${zh}生效`,
    en: end ? `${en} in force until ${end}` : `${en} in force`,
  }),
});
const ends = (to: string, { zh, en }: Message): TimelineEvent => ({
  kind: 'AGREEMENT_ENDS',
  day: to,
  params: [],
  tell: () => ({ zh: `${zh}到期`, en: `${en} ends` }),
});
const collective: Message = { zh: '集体合同', en: 'Collective contract' };
const wage: Message = { zh: '工资专项集体合同', en: 'Wage agreement' };
const women: Message = { zh: '女职工专项集体合同', en: "Women workers' agreement" };

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
    begins('collective_from', 'collective_to', collective),
    ends('collective_to', collective),
    begins('wage_from', 'wage_to', wage),
    ends('wage_to', wage),
    // Form U gives no start for it.
    ends('women_to', women),
  ],
}); // prettier-ignore
