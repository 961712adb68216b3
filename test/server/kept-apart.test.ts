import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemViewer } from '../../server/src/access/viewer.ts';
import { firm, rosterHeader, writeWorkbook } from '../ingest/support.ts';
import { startHub, type RunningHub } from './hub.ts';

let hub: RunningHub;
const folder = mkdtempSync(join(tmpdir(), 'hexie-kept-'));
beforeAll(async () => {
  hub = await startHub();
  const path = join(folder, 'roster.xlsx');
  const rows = [1, 2, 3].map(n => [
    ...firm(n).with(2, n === 3 ? '洛埠镇' : '雒容镇'),
    '张三丰',
    '13812341234',
  ]);
  await writeWorkbook(path, [{ name: '名录', header: rosterHeader, rows }]);
  await hub.services.ingest.importFile(systemViewer('test'), {
    path,
    fileName: 'roster.xlsx',
    origin: 'TEST',
  });
});
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true });
});

const query = '{ enterprises { totalCount nodes { phone } } }';
type Answer = {
  enterprises: { totalCount: number; nodes: { phone: string | null }[] } | null;
};

test('the same question of different readers, asked again and again, is answered to each as theirs (B39)', async () => {
  const readers = [
    ['HRSS', undefined, 3, '138****1234'],
    ['LEADER', undefined, 3, null],
    ['TOWN', 'LUORONG', 2, '138****1234'],
    ['TOWN', 'LUOBU', 1, '138****1234'],
    ['MEMBER', undefined, undefined, undefined],
    ['AUDITOR', undefined, undefined, undefined],
  ] as const;
  const tokens = await Promise.all(readers.map(([role, town]) => hub.token(role, town)));
  for (let round = 0; round < 4; round++) {
    const answers = await Promise.all(
      readers.map(async (_, i) => {
        const headers = { 'x-request-id': 'the-same-for-all' };
        return (await hub.graphql(query, { token: tokens[i] ?? '', headers })).data as Answer | null;
      }),
    );
    const seen = answers.map(answer => [
      answer?.enterprises?.totalCount,
      answer?.enterprises?.nodes[0]?.phone,
    ]);
    expect(seen).toEqual(readers.map(([, , ...expected]) => expected));
  }
});
