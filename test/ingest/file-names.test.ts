import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../server/src/ingest/import-report.ts';
import { ownTemporaryFolder } from '../support/own-temporary-folder.ts';
import { startHub, type RunningHub } from '../server/hub.ts';
import { firm, rosterHeader } from './support.ts';

let hub: RunningHub;
let token: string;
const folder = ownTemporaryFolder();
beforeAll(async () => {
  hub = await startHub();
  token = await hub.token('INDUSTRY');
});
afterAll(() => hub.close());

/** A multipart body written by hand: a browser would tidy the name before it is sent. */
async function send(fileName: string): Promise<Response> {
  const text = [rosterHeader, firm(1)].map(row => row.join(',')).join('\n');
  const head = `--x\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: text/csv\r\n\r\n`;
  return fetch(`${hub.origin}/api/imports?wait=true`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=x' },
    body: `${head}${text}\r\n--x--\r\n`,
  });
}

describe('the name a file is sent under', () => {
  test.each([
    ['climbs up', '../../../../climbed.csv'],
    ['climbs up as Windows does', '..\\..\\climbed.csv'],
    ['climbs up in escapes', '%2e%2e%2fclimbed.csv'],
    ['is a place', '/tmp/climbed.csv'],
    ['is a drive', 'C:\\climbed.csv'],
    ['is a device', 'CON'],
    ['is only dots', '..'],
    ['turns its letters round', 'climbed\u202Evsc.exe'],
    ['is four hundred letters long', `${'名'.repeat(400)}.csv`],
    ['has blanks and quotes of HTML', "<img src=x onerror='x'>.csv"],
    ['is no more than a blank', ' '],
  ])('that %s names no place, and the file is read by what is in it', async (_case, fileName) => {
    const response = await send(fileName);
    const report = ((await response.json()) as ImportReport[])[0];
    expect([response.status, report?.form, report?.rowsRead]).toEqual([200, 'E', 1]);
    expect((report?.fileName ?? '').length).toBeLessThanOrEqual(255);
    // Where it lay while it was read bore a name of the hub's own, and nothing is left of it.
    expect(readdirSync(folder)).toEqual([]);
    const places = ['/tmp/climbed.csv', join(folder, '../climbed.csv'), join(process.cwd(), 'climbed.csv')];
    expect(places.filter(existsSync)).toEqual([]);
  });
});
