import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csv, openDepartments, type Departments } from './departments.ts';
import { subscribe } from './follow.ts';
import { firm, rosterHeader } from './support.ts';

let all: Departments;
beforeAll(async () => {
  all = await openDepartments('INDUSTRY', 'LEADER', 'COURT');
});
afterAll(() => all.hub.close());

const roster = (count: number, from = 0): string =>
  csv([rosterHeader, ...Array.from({ length: count }, (_, i) => firm(from + i + 1))]);

describe('figures that have moved', () => {
  test('are told once a change is committed, and only those that the reader may read', async () => {
    const query = `subscription($keys: [ID!]) { metricChanged(keys: $keys) { keys knownAt } }`;
    const every = await all.follow('LEADER', query);
    const some = await all.follow('LEADER', query, { keys: ['union.coverage', 'no.such'] });
    const court = await all.follow('COURT', query);
    await setTimeout(300);
    await all.begin('INDUSTRY', roster(2, 200));
    const [told, few, disputes] = await Promise.all([every, some, court].map(stream => stream.next()));
    const keysOf = (event: unknown) =>
      (event as { data: { metricChanged: { keys: string[] } } }).data.metricChanged.keys;
    expect(keysOf(told)).toEqual(
      expect.arrayContaining(['union.coverage', 'dispute.filed', 'certification.rate']),
    );
    expect(keysOf(few)).toEqual(['union.coverage']);
    expect(keysOf(disputes).every(key => key.startsWith('dispute.'))).toBe(true);
    for (const stream of [every, some, court]) stream.close();
  });

  test('the reader whose token is revoked hears no more', async () => {
    const { id, token } = await all.hub.services.access.addToken({ name: 'short', role: 'LEADER' }, 'test');
    const stream = await subscribe(all.hub.origin, token, `subscription { metricChanged { keys } }`);
    await all.hub.services.access.tokens.revoke(id, 'test');
    expect(await stream.rest()).toEqual([]);
  });
});
