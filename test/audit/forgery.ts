import { generateKeyPairSync, sign } from 'node:crypto';
import { digestOf, hashOf, headText, pack, readHead, sha256 } from '../../server/src/audit/seal.ts';
import type { TrailBench } from './support.ts';

/** Edits an entry of the second seal and makes all seals from there on fit, signed with a key of the attacker's own. */
export async function rewriteFromSecondSeal(bench: TrailBench, seqs: readonly number[]): Promise<void> {
  const seq = (i: number): number => seqs[i - 1] ?? 0;
  const read = (sql: string) => bench.hub.owner<Record<string, unknown>>(sql);
  await bench.unguarded(
    `update audit_entry set entry = replace(entry, '"four"', '"none"') where seq = ${seq(4)}`,
  );
  const { privateKey } = generateKeyPairSync('ed25519');
  const groups = [[4, 5], [6, 7, 8], [9, 10]]; // prettier-ignore
  let [before] = await bench.hub.owner<{ head: string; signature: Buffer }>(
    'select head, signature from audit_seal where id = 1',
  );
  for (const [i, group] of groups.entries()) {
    const sealed = await Promise.all(
      group.map(async n => ({ seq: seq(n), digest: digestOf(String((await read(`select entry from audit_entry where seq = ${seq(n)}`))[0]?.['entry'])) })),
    ); // prettier-ignore
    const content = pack(sealed);
    const [old] = await read(`select head from audit_seal where id = ${i + 2}`);
    const head = headText({
      ...readHead(String(old?.['head'])),
      previous: hashOf(before?.head ?? '').toString('base64url'),
      previousSignature: before?.signature.toString('base64url') ?? '',
      digest: sha256(content).toString('base64url'),
    });
    const signature = sign(null, hashOf(head), privateKey);
    await bench.unguarded(`update audit_seal set head = $1, content = $2, signature = $3 where id = ${i + 2}`, [head, content, signature]); // prettier-ignore
    before = { head, signature };
  }
}

/** Takes a copy of the whole trail, numbers given out included; the function that is returned puts it back. */
export async function copyTrail(bench: TrailBench): Promise<() => Promise<void>> {
  for (const table of ['entry', 'seal', 'pending'])
    await bench.hub.owner(`create table copy_${table} as select * from audit_${table}`);
  const [last] = await bench.hub.owner<{ n: number }>('select last_value as n from audit_entry_seq_seq');
  return async () => {
    await bench.unguarded('delete from audit_seal');
    await bench.unguarded('delete from audit_entry');
    await bench.unguarded('insert into audit_entry (seq, entry, mac) overriding system value select seq, entry, mac from copy_entry'); // prettier-ignore
    await bench.unguarded('insert into audit_seal (head, content, signature) select head, content, signature from copy_seal'); // prettier-ignore
    await bench.hub.owner(`select setval('audit_entry_seq_seq', ${last?.n ?? 1})`);
  };
}
