import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningHub } from '../server/hub.ts';
import { exportHub, fetchExport, tokenOf } from './support.ts';

let hub: RunningHub;
beforeAll(async () => (hub = await exportHub()));
afterAll(() => hub.close());

const csvOf = async (...[role, path, parameters]: AskedFile) => {
  const response = await fetchExport(hub, role, path, parameters);
  return { response, text: await response.text() };
};
type AskedFile = [role: 'HRSS', path: string, parameters?: Record<string, unknown>];

describe('on record', () => {
  it('before the first byte: who, which list, how many rows, which columns, and the filter as a digest', async () => {
    const before = await hub.owner<{ n: number }>('select count(*)::int as n from audit_entry');
    const filter = { contractNo: { contains: '某个词' } };
    await csvOf('HRSS', 'contracts.csv', { filter, columns: 'contractNo,workerName' });
    const rows = await hub.owner<{ entry: string }>('select entry from audit_entry order by seq offset $1', [
      before[0]?.n,
    ]);
    const entries = rows.map(row => JSON.parse(row.entry) as Record<string, unknown>);
    expect(entries.find(one => one['act'] === 'exportList')).toMatchObject({
      object: 'Contract',
      outcome: 'DONE',
      after: expect.stringMatching(/^[\w-]{43}$/) as string,
      detail: {
        list: 'contracts',
        format: 'csv',
        count: 0,
        columns: 'contractNo workerName',
        personal: true,
        filtered: true,
      },
    });
    expect(JSON.stringify(entries)).not.toContain('某个词');
    await csvOf('HRSS', 'contracts.csv', { columns: 'contractNo,workerName' });
    const all = (
      await hub.owner<{ entry: string }>('select entry from audit_entry order by seq offset $1', [
        before[0]?.n,
      ])
    ).map(
      row => JSON.parse(row.entry) as { act: string; subjects?: string[]; detail: Record<string, unknown> },
    );
    expect(all.filter(one => one.act === 'readPersonal').at(-1)).toMatchObject({
      subjects: expect.arrayContaining(['Contract:1', 'Contract:5']) as string[],
      detail: { count: 5, fields: 'Contract.workerName' },
    });
  });

  it('or not at all: where the trail cannot be written nothing is sent', async () => {
    const asked = await tokenOf(hub, 'HRSS');
    expect(asked).toBeTruthy();
    await hub.owner('revoke insert (entry, mac) on audit_entry from hub_app');
    try {
      const { response, text } = await csvOf('HRSS', 'contracts.csv');
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30']);
      expect(text).not.toContain('合同编号');
    } finally {
      await hub.owner('grant insert (entry, mac) on audit_entry to hub_app');
    }
    expect((await csvOf('HRSS', 'contracts.csv')).response.status).toBe(200);
  });
});
