import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root, run } from './shell.mjs';

const { buildSchema, findBreakingChanges } = createRequire(join(root, 'schema/package.json'))('graphql');

/** Compares schema/schema.graphql with the one at the newest release tag (v1.2.3); without a release there is no promise yet. */
export async function breakingChanges() {
  const tags = await run('git', ['tag', '--list', 'v*', '--merged', 'HEAD', '--sort=-v:refname']);
  const release = tags.ok ? tags.output.split('\n')[0] : '';
  if (!release) return { ok: true, output: '', note: 'no release yet' };
  const before = await run('git', ['show', `${release}:schema/schema.graphql`]);
  if (!before.ok) return { ok: true, output: '', note: `${release} had no schema` };
  const now = await readFile(join(root, 'schema/schema.graphql'), 'utf8');
  const changes = findBreakingChanges(buildSchema(before.output), buildSchema(now));
  return {
    ok: changes.length === 0,
    note: `against ${release}`,
    output: changes.map(change => `${change.type}: ${change.description}`).join('\n'),
  };
}
