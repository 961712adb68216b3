import { readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningHub } from '../hub.ts';
import type { Recorder } from './recorder.ts';

/** Looks at every row of every table as a dump by the owner would show it, and at the bytes of what is kept as bytes. */
export async function lookAtTables(hub: RunningHub, recorder: Recorder): Promise<number> {
  const tables = await hub.owner<{ name: string; bytes: string[] }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name,
       array(select quote_ident(attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and a.atttypid = 'bytea'::regtype) as bytes
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
  ); // prettier-ignore
  let rows = 0;
  for (const { name, bytes } of tables) {
    const found = await hub.owner<{ text: string; [column: string]: unknown }>(
      `select row_to_json(t)::text as text ${bytes.map((column, i) => `, t.${column} as b${i}`).join('')} from ${name} t`,
    );
    rows += found.length;
    recorder.look('owner', 'database', name, found.map(row => row.text).join('\n'));
    const raw = found.flatMap(row => bytes.map((_, i) => row[`b${i}`])).filter(one => one !== null);
    recorder.look('owner', 'database', `${name} bytes`, Buffer.concat(raw as Buffer[]));
  }
  return rows;
}

/** Looks at files left in a folder, and at the uploads that might have been left behind in the folder for such. */
export function lookAtFiles(folder: string, recorder: Recorder): void {
  const visit = (path: string): void => {
    if (statSync(path).isDirectory()) return readdirSync(path).forEach(name => visit(join(path, name)));
    recorder.look('machine', 'files', path.slice(folder.length), readFileSync(path));
  };
  visit(folder);
  const left = readdirSync(tmpdir()).filter(name => name.startsWith(`hexie-upload-${process.pid}-`));
  recorder.look('machine', 'files', 'uploads left behind', left.join('\n'));
  for (const name of left) visit(join(tmpdir(), name));
}
