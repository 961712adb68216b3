import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { timelines } from '../../server/src/catalogue/timelines.ts';
import { Seed } from '../seed/seed.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { Client, viewerOf } from './client.ts';

interface Entry {
  day: string;
  kind: string;
  text: string;
  nodeId: string | null;
}
interface Timelines {
  enterprises: {
    nodes: { timeline: { nodes: Entry[]; totalCount: number; pageInfo: { endCursor: string } } }[];
  };
}

let hub: TestHub;
let client: Client;
beforeAll(async () => {
  hub = await freshDatabase();
  client = await Client.on(hub);
  await new Seed(hub.owner)
    .at('2026-01-05T08:00:00+08:00', '首报.xlsx')
    .enterprise({ founded_on: '2015-04-01', registration: '有限责任公司' })
    .union({ founded_on: '2016-05-01', collective_from: '2025-01-01', collective_to: '2027-12-31', wage_from: null, wage_to: null })
    .certification({ filed_on: '2023-03-02', internal_notice_on: null, notice_from: null, certified_on: '2023-05-02', valid_to: null })
    .dispute({ accepted_on: null, filed_on: '2026-01-02', cause_text: '工资', applicants: 3, case_no: '一号', channel: 'UNION', closed_on: null, outcome: null })
    .at('2026-02-05T08:00:00+08:00', '再报.xlsx')
    .change('dispute', 1, { closed_on: '2026-02-04', outcome: 'SETTLED' })
    .enterprise({ founded_on: '2020-01-01' })
    .save();
}); // prettier-ignore
afterAll(() => hub.close());

const query = `query ($first: Int = 50, $after: String, $known: DateTime) {
  enterprises(orderBy: [{ field: USCC, direction: ASC }], asKnownAt: $known) { nodes {
    timeline(first: $first, after: $after) { totalCount pageInfo { endCursor }
      nodes { day kind text nodeId fileName sheet row importId knownFrom } } } } }`;
const ask = async (variables: Record<string, unknown> = {}, viewer = viewerOf('HRSS')) =>
  (await client.data<Timelines>(query, variables, viewer)).enterprises.nodes.map(node => node.timeline);

describe('the timeline of an employer', () => {
  it('tells all that the departments told, newest first', async () => {
    const [first] = await ask();
    expect(first?.nodes.map(({ day, kind, text, nodeId }) => [day, kind, text, nodeId])).toEqual([
      ['2027-12-31', 'AGREEMENT_ENDS', '集体合同到期', 'Union:1'],
      ['2026-05-01', 'CERTIFICATION_ENDS', '认定有效期的最后一日', 'Certification:1'],
      ['2026-02-04', 'DISPUTE_CLOSED', '调解成功，一号', 'Dispute:1'],
      ['2026-01-02', 'DISPUTE_FILED', '工资争议，3 人，一号', 'Dispute:1'],
      ['2025-01-01', 'AGREEMENT_BEGINS', '集体合同生效，至 2027-12-31', 'Union:1'],
      ['2023-05-02', 'CERTIFIED', expect.stringContaining('认定为和谐企业'), 'Certification:1'],
      ['2023-03-02', 'CERTIFICATION_FILED', expect.stringContaining('申报和谐企业'), 'Certification:1'],
      ['2016-05-01', 'UNION_FOUNDED', expect.stringContaining('成立工会'), 'Union:1'],
      ['2015-04-01', 'FOUNDED', '成立（有限责任公司）', null],
    ]);
    expect(first?.totalCount).toBe(9);
    expect(first?.nodes[2]).toMatchObject({ fileName: '再报.xlsx', row: expect.any(Number) as number });
    expect(first?.nodes[3]).toMatchObject({ fileName: '再报.xlsx' });
    expect(first?.nodes[8]).toMatchObject({ fileName: '首报.xlsx' });
  });

  it('pages without a gap or a double, for each employer by itself', async () => {
    const pages: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 5; page++) {
      const [first] = await ask({ first: 2, after });
      pages.push(...(first?.nodes ?? []).map(entry => `${entry.day} ${entry.kind}`));
      after = first?.pageInfo.endCursor ?? null;
    }
    const [whole, second] = await ask();
    expect(pages).toEqual(whole?.nodes.map(entry => `${entry.day} ${entry.kind}`));
    expect(second?.nodes).toHaveLength(1);
  });

  it('tells what was known at a moment', async () => {
    const [first] = await ask({ known: '2026-01-20T00:00:00+08:00' });
    expect(first?.nodes.map(entry => entry.kind)).not.toContain('DISPUTE_CLOSED');
    expect(first?.nodes.map(entry => entry.kind)).toContain('DISPUTE_FILED');
  });

  it('speaks the language of its reader', async () => {
    const [first] = await ask({}, viewerOf('HRSS', null, 'en'));
    expect(first?.nodes[2]?.text).toBe('Settled: 一号');
  });

  it('has an event for every day that a form tells', async () => {
    const days = await hub.owner<{ place: string }>(
      `select table_name || '.' || column_name as place from information_schema.columns
        where table_name = any ($1::text[]) and data_type in ('date', 'timestamp with time zone')
          and column_name not in ('updated_at', 'created_at') order by 1`,
      [timelines.map(timeline => timeline.table)],
    );
    const told = timelines.flatMap(({ table, events }) =>
      events.flatMap(event => event.day.match(/\w+/g)?.map(word => `${table}.${word}`) ?? []),
    );
    // The last day of the notice is in the words of its beginning; terms of contracts stand in their list.
    expect(days.map(({ place }) => place).filter(place => !told.includes(place))).toEqual([
      'certification.notice_to',
      'contract.ends_on',
      'contract.starts_on',
    ]);
  });

  // prettier-ignore
  it('tells the course of a case, of an inspection and of an agreement without a start', async () => {
    const other = await freshDatabase();
    await new Seed(other.owner)
      .at('2026-06-05T08:00:00+08:00', '首报.xlsx')
      .enterprise({ founded_on: '2015-04-01', registration: null })
      .union({ founded_on: '2016-05-01', collective_from: null, collective_to: null, wage_from: null, wage_to: null, women_to: '2026-12-31' })
      .certification({ filed_on: '2023-03-02', internal_notice_on: '2023-02-20', notice_from: null, certified_on: null, valid_to: null })
      .dispute({ case_no: '二号', channel: 'HRSS', filed_on: '2026-01-02', accepted_on: '2026-01-04', closed_on: '2026-01-10', outcome: 'SETTLED', confirmed_on: '2026-01-12', archived_on: '2026-01-20', referred_on: '2026-01-21', reemployed_on: '2026-02-01' })
      .inspection({ case_no: '甲', checked_on: '2025-01-01', filed_on: '2025-01-03', correction_ordered_on: null, correction_due_on: '2025-01-20', corrected_on: '2025-01-19', closed_on: '2025-01-25', summons_on: null, grade: null })
      .save();
    try {
      const mine = await Client.on(other);
      const { enterprises } = await mine.data<Timelines>(query, {}, viewerOf('HRSS'));
      expect(enterprises.nodes[0]?.timeline.nodes.map(({ day, kind }) => `${day} ${kind}`)).toEqual([
        '2026-12-31 AGREEMENT_ENDS', '2026-02-01 REEMPLOYED', '2026-01-21 REFERRED', '2026-01-20 DISPUTE_ARCHIVED',
        '2026-01-12 DISPUTE_CONFIRMED', '2026-01-10 DISPUTE_CLOSED', '2026-01-04 DISPUTE_ACCEPTED', '2026-01-02 DISPUTE_FILED',
        '2025-01-25 INSPECTION_CLOSED', '2025-01-20 CORRECTION_DUE', '2025-01-19 CORRECTED', '2025-01-03 INSPECTION_FILED',
        '2025-01-01 INSPECTION', '2023-03-02 CERTIFICATION_FILED', '2023-02-20 CERTIFICATION_INTERNAL_NOTICE',
        '2016-05-01 UNION_FOUNDED', '2015-04-01 FOUNDED',
      ]);
    } finally {
      await other.close();
    }
  });
});
