import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { operation, operationFiles, withFragments } from '../support/operations.ts';
import { Client } from './client.ts';
import { goldenWorld } from './world.ts';

const here = dirname(fileURLToPath(import.meta.url));
const modules = ['enterprise', 'union', 'contract', 'certification', 'inspection', 'dispute'];

/** Every operation that the dashboard sends to the read side, and our own beside them. */
const operations = [
  ...operationFiles
    .filter(file => modules.includes(dirname(file)))
    .map(name => ({ name, source: operation(name) })),
  ...readdirSync(join(here, 'operations')).map(file => ({
    name: `engine/${basename(file, '.graphql')}`,
    source: withFragments(readFileSync(join(here, 'operations', file), 'utf8')),
  })),
];

/** What operations that need arguments are asked with. */
const variables: Record<string, Record<string, unknown>> = {
  'enterprise/enterprise': { uscc: ' 91450200 000000001g' },
  'enterprise/libraries': { uscc: '91450200000000001G' },
  'enterprise/quality': { uscc: '91450200000000001G' },
  'enterprise/inspections': { uscc: '91450200000000001G' },
  'enterprise/timeline': { uscc: '91450200000000001G' },
  'union/record-union': { id: 'Union:1' },
  'contract/record-contract': { id: 'Contract:1' },
  'contract/record-filing': { id: 'Filing:2' },
  'contract/record-signing': { id: 'Signing:2' },
  'certification/record-certification': { id: 'Certification:2' },
  'inspection/record-inspection': { id: 'Inspection:2' },
  'dispute/record-dispute': { id: 'Dispute:1' },
  'dispute/dispute': { caseNo: '虚调（2026） 1号' },
  'engine/filters': {},
};

let hub: TestHub;
let client: Client;
beforeAll(async () => {
  hub = await freshDatabase();
  await goldenWorld(hub.owner);
  client = await Client.on(hub);
});
afterAll(() => hub.close());

describe('each operation answers so, by these statements', () => {
  it.each(operations)('$name', async ({ name, source }) => {
    client.ran.length = 0;
    const answer = await client.ask(source, variables[name]);
    // An error carries its whole document with it: only its words are fit to print.
    expect((answer.errors ?? []).map(error => error.message)).toEqual([]);
    const statements = client.ran.map(({ sql, values }) => `${sql};\n-- ${JSON.stringify(values)}\n`);
    // The number of the change behind a moment is asked for first.
    const lookedUp = client.ran.filter(({ sql }) => sql.includes('from change where known_at <='));
    const roots = Object.values(answer.data ?? {});
    expect(roots).not.toEqual([]);
    expect(roots).not.toContain(null);
    expect(statements).toHaveLength(roots.length + lookedUp.length);
    await expect(`${JSON.stringify(answer, null, 2)}\n`).toMatchFileSnapshot(join(here, `${name}.json`));
    await expect(statements.join('\n')).toMatchFileSnapshot(join(here, `${name}.sql`));
  });

  it.each(operations)('$name, compiled and cached, is the same', async ({ name, source }) => {
    const answer = await client.askCompiled(source, variables[name]);
    expect(answer.errors).toBeUndefined();
    await expect(`${JSON.stringify(answer, null, 2)}\n`).toMatchFileSnapshot(join(here, `${name}.json`));
  });
});
