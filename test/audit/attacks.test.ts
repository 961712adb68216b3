import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rewriteFromSecondSeal } from './forgery.ts';
import { trailBench, type TrailBench } from './support.ts';

let bench: TrailBench;
/** Ten entries under four seals; the numbers of the entries. */
let seqs: number[];
const read = (sql: string) => bench.hub.owner<Record<string, unknown>>(sql);
const numbers = async (): Promise<number[]> =>
  (await read('select seq from audit_entry order by seq')).map(row => Number(row['seq']));

beforeEach(async () => {
  bench = await trailBench();
  await bench.entered('one', 'two', 'three');
  await bench.entered('four', 'five');
  await bench.entered('six', 'seven', 'eight');
  await bench.entered('nine', 'ten');
  seqs = await numbers();
});
afterEach(() => bench.close());

const verdict = async () => {
  const { intact, firstFault } = await bench.trail.verify();
  return { intact, ...firstFault };
};

test('an untouched trail is intact, and its anchors are the hub’s own alone', async () => {
  expect(await bench.trail.verify()).toEqual({
    intact: true, entries: 10, seals: 4, anchors: 4, pending: 0, faults: 0, firstFault: null,
    verifiedThrough: bench.now, purgedBefore: null, took: expect.any(Number) as number,
  }); // prettier-ignore
  expect(statSync(bench.anchorFile).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(bench.anchorFile)).mode & 0o777).toBe(0o700);
});

interface Attack {
  readonly name: string;
  readonly kind: string;
  /** Place of the entry that is named among the ten, or the number that follows the last of them. */
  readonly at: number;
  readonly attack: () => Promise<unknown>;
}

const seq = (i: number): number => seqs[i - 1] ?? (seqs.at(-1) ?? 0) + 1;

const attacks: Attack[] = [
  {
    name: 'the text of an entry is edited',
    kind: 'CHANGED',
    at: 5,
    attack: () =>
      bench.unguarded(`update audit_entry set entry = replace(entry, '"five"', '"fine"') where seq = ${seq(5)}`),
  },
  {
    name: 'an entry is removed',
    kind: 'REMOVED',
    at: 7,
    attack: () => bench.unguarded(`delete from audit_entry where seq = ${seq(7)}`),
  },
  {
    name: 'the last entries are removed',
    kind: 'REMOVED',
    at: 9,
    attack: () => bench.unguarded(`delete from audit_entry where seq >= ${seq(9)}`),
  },
  {
    name: 'two entries exchange their texts',
    kind: 'REORDERED',
    at: 2,
    attack: () =>
      bench.unguarded(`update audit_entry e set entry = o.entry from audit_entry o
        where (e.seq, o.seq) in ((${seq(2)}, ${seq(8)}), (${seq(8)}, ${seq(2)}))`),
  },
  {
    name: 'an entry is put in past the trigger',
    kind: 'INSERTED',
    at: 11,
    attack: () =>
      bench.unguarded(`insert into audit_entry (entry, mac) select replace(entry, 'clerk', 'other'), 'x'
        from audit_entry where seq = ${seq(4)}`),
  },
  {
    name: 'an entry is put in with the trigger, and the hub comes to seal it',
    kind: 'INSERTED',
    at: 11,
    attack: () =>
      bench.hub.owner(`insert into audit_entry (entry, mac) select replace(entry, 'clerk', 'other'), 'x'
        from audit_entry where seq = ${seq(4)}`),
  },
  {
    name: 'an entry is changed before the hub comes to seal it',
    kind: 'INSERTED',
    at: 11,
    async attack() {
      await bench.log.note({ actor: 'a', name: 'b', onBehalfOf: null, session: null, address: null }, { act: 'x' });
      await bench.unguarded(`update audit_entry set entry = replace(entry, '"x"', '"y"') where seq = ${seq(11)}`);
    },
  },
  {
    name: 'an entry is removed before the hub comes to seal it',
    kind: 'REMOVED',
    at: 11,
    async attack() {
      await bench.log.note({ actor: 'a', name: 'b', onBehalfOf: null, session: null, address: null }, { act: 'x' });
      await bench.unguarded(`delete from audit_entry where seq = ${seq(11)}`);
    },
  },
  {
    name: 'the tail is removed with its seals',
    kind: 'TAIL_REMOVED',
    at: 6,
    async attack() {
      await bench.unguarded(`delete from audit_entry where seq >= ${seq(6)}`);
      await bench.unguarded('delete from audit_seal where id >= 3');
    },
  },
  {
    name: 'a seal in the middle is removed with its entries',
    kind: 'SEAL_REMOVED',
    at: 4,
    async attack() {
      await bench.unguarded(`delete from audit_entry where seq in (${seq(4)}, ${seq(5)})`);
      await bench.unguarded('delete from audit_seal where id = 2');
    },
  },
  {
    name: 'the first seals are removed with their entries',
    kind: 'SEAL_REMOVED',
    at: 1,
    async attack() {
      await bench.unguarded(`delete from audit_entry where seq <= ${seq(5)}`);
      await bench.unguarded('delete from audit_seal where id <= 2');
    },
  },
  {
    name: 'the content of a seal is edited',
    kind: 'SEAL_FORGED',
    at: 4,
    attack: () =>
      bench.unguarded(`update audit_seal set content = set_byte(content, 20, 255 - get_byte(content, 20)) where id = 2`),
  },
  {
    name: 'a signature in the middle is edited',
    kind: 'SEAL_FORGED',
    at: 4,
    attack: () =>
      bench.unguarded(`update audit_seal set signature = set_byte(signature, 9, 255 - get_byte(signature, 9)) where id = 2`),
  },
  {
    name: 'the last signature is edited',
    kind: 'SEAL_FORGED',
    at: 9,
    attack: () =>
      bench.unguarded(`update audit_seal set signature = set_byte(signature, 9, 255 - get_byte(signature, 9)) where id = 4`),
  },
  {
    name: 'the whole chain is written anew, without the key',
    kind: 'SEAL_FORGED',
    at: 4,
    attack: () => rewriteFromSecondSeal(bench, seqs),
  },
]; // prettier-ignore

describe('each attack is seen, and the first entry it touches is named', () => {
  test.each(attacks)('$name: $kind', async ({ kind, at, attack }) => {
    await attack();
    expect(await verdict()).toEqual({ intact: false, kind, seq: seq(at) });
  });
});
