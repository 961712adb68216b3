import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { Client } from './client.ts';
import { goldenWorld } from './world.ts';

const here = dirname(fileURLToPath(import.meta.url));
const sent = join(here, '../../schema/operations');
const modules = ['enterprise', 'union', 'certification', 'dispute'];

/** Every operation that the dashboard sends to the read side, and our own beside them. */
const operations = [...modules.map(module => join(sent, module)), join(here, 'operations')].flatMap(folder =>
  readdirSync(folder).map(file => ({
    name: `${basename(folder)}/${basename(file, '.graphql')}`.replace('operations/', 'engine/'),
    source: readFileSync(join(folder, file), 'utf8'),
  })),
);

/** What operations that need arguments are asked with. */
const variables: Record<string, Record<string, unknown>> = {
  'enterprise/enterprise': { uscc: ' 91450200 000000001g' },
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
    const statements = client.ran.map(({ sql, values }) => `${sql};\n-- ${JSON.stringify(values)}\n`);
    expect(statements).toHaveLength(1);
    await expect(`${JSON.stringify(answer, null, 2)}\n`).toMatchFileSnapshot(join(here, `${name}.json`));
    await expect(statements.join('\n')).toMatchFileSnapshot(join(here, `${name}.sql`));
  });

  it.each(operations)('$name, compiled and cached, is the same', async ({ name, source }) => {
    const answer = await client.askCompiled(source, variables[name]);
    await expect(`${JSON.stringify(answer, null, 2)}\n`).toMatchFileSnapshot(join(here, `${name}.json`));
  });
});
