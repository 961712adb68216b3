import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kind, parse, print } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { Client } from './client.ts';
import { goldenWorld } from './world.ts';

const here = dirname(fileURLToPath(import.meta.url));
const sent = join(here, '../../schema/operations');
const modules = ['enterprise', 'union', 'contract', 'certification', 'inspection', 'dispute'];

/** Fragments stand in whichever file needed them first; an operation is sent with all that it names. */
const fragments = new Map(
  readdirSync(sent, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.graphql'))
    .flatMap(file => parse(readFileSync(join(sent, file), 'utf8')).definitions)
    .flatMap(one => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, print(one)] as const] : [])),
);

function complete(source: string): string {
  const defined = new Set([...source.matchAll(/fragment (\w+) on/g)].map(match => match[1]));
  const named = [...source.matchAll(/\.\.\.(?!on\b)(\w+)/g)].map(match => match[1] ?? '');
  const missing = [...new Set(named)].filter(name => fragments.has(name) && !defined.has(name));
  return missing.length ? complete([source, ...missing.map(name => fragments.get(name))].join('\n')) : source;
}

/** Those that ask figures and not lists stand with the figures: candidates, difference-golden, graphql in test/metrics. */
const figures = ['union/by-town', 'certification/moves', 'certification/candidates'];

/** Every operation that the dashboard sends to the read side, and our own beside them. */
const operations = [...modules.map(module => join(sent, module)), join(here, 'operations')]
  .flatMap(folder =>
    readdirSync(folder).map(file => ({
      name: `${basename(folder)}/${basename(file, '.graphql')}`.replace('operations/', 'engine/'),
      source: complete(readFileSync(join(folder, file), 'utf8')),
    })),
  )
  .filter(({ name }) => !figures.includes(name));

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
    const statements = client.ran.map(({ sql, values }) => `${sql};\n-- ${JSON.stringify(values)}\n`);
    // The number of the change behind a moment is asked for first.
    const lookedUp = client.ran.filter(({ sql }) => sql.includes('from change where known_at <='));
    expect(statements).toHaveLength(Object.keys(answer.data ?? {}).length + lookedUp.length);
    await expect(`${JSON.stringify(answer, null, 2)}\n`).toMatchFileSnapshot(join(here, `${name}.json`));
    await expect(statements.join('\n')).toMatchFileSnapshot(join(here, `${name}.sql`));
  });

  it.each(operations)('$name, compiled and cached, is the same', async ({ name, source }) => {
    const answer = await client.askCompiled(source, variables[name]);
    await expect(`${JSON.stringify(answer, null, 2)}\n`).toMatchFileSnapshot(join(here, `${name}.json`));
  });
});
