import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Seed } from '../seed/seed.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { Client } from './client.ts';

let hub: TestHub;
let client: Client;
beforeAll(async () => {
  hub = await freshDatabase();
  client = await Client.on(hub);
  await new Seed(hub.owner)
    .at('2026-01-01T08:00:00+08:00', '甲.xlsx')
    .enterprise({ staff: 10, address: null, registration: '有限责任公司' })
    .at('2026-02-01T08:00:00+08:00', '乙.xlsx')
    .change('enterprise', 1, { staff: 20, address: '虚构路1号' })
    .at('2026-03-01T08:00:00+08:00', '丙.xlsx')
    .change('enterprise', 1, { staff: 10, address: '虚构路1号' })
    .at('2026-04-01T08:00:00+08:00', '丁.xlsx')
    .change('enterprise', 1, { staff: 10, registration: null })
    .save();
});
afterAll(() => hub.close());

const question = `query ($at: DateTime) { enterprises(asKnownAt: $at) { nodes { staff provenance { field label fileName row knownFrom } } } }`;
type Source = { field: string; label: string; fileName: string; row: number; knownFrom: string };
type Answer = { enterprises: { nodes: { staff: number; provenance: Source[] }[] } };

async function fileOf(field: string, at: string | null = null): Promise<string | undefined> {
  const { enterprises } = await client.data<Answer>(question, { at });
  return enterprises.nodes[0]?.provenance.find(one => one.field === field)?.fileName;
}

describe('the source of a value', () => {
  it('is the file that first brought the value that now stands, without a break', async () => {
    expect(await fileOf('uscc')).toBe('甲.xlsx');
    expect(await fileOf('staff')).toBe('丙.xlsx');
    expect(await fileOf('address')).toBe('乙.xlsx');
  });

  it('is not told of a value that is not there', async () => {
    expect(await fileOf('registration')).toBeUndefined();
  });

  it('is that of the time, when an earlier state of knowledge is asked for', async () => {
    expect(await fileOf('staff', '2026-02-15T00:00:00+08:00')).toBe('乙.xlsx');
    expect(await fileOf('staff', '2026-01-15T00:00:00+08:00')).toBe('甲.xlsx');
    expect(await fileOf('registration', '2026-03-15T00:00:00+08:00')).toBe('甲.xlsx');
  });

  it('names sheet row, moment and the field in the language of the reader', async () => {
    const { enterprises } = await client.data<Answer>(question);
    expect(enterprises.nodes[0]?.provenance.find(({ field }) => field === 'staff')).toEqual({
      field: 'staff',
      label: '职工人数',
      fileName: '丙.xlsx',
      row: 2,
      knownFrom: '2026-03-01T00:00:00.000Z',
    });
  });
});
