import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AnchorFile } from '../../server/src/audit/anchor-file.ts';
import { copyTrail } from './forgery.ts';
import { trailBench, type TrailBench } from './support.ts';

let bench: TrailBench;
beforeEach(async () => {
  bench = await trailBench();
  await bench.entered('one', 'two', 'three');
  await bench.entered('four', 'five');
  await bench.entered('six', 'seven', 'eight');
  await bench.entered('nine', 'ten');
});
afterEach(() => bench.close());

const read = (sql: string) => bench.hub.owner<Record<string, unknown>>(sql);
const verdict = async () => {
  const { intact, firstFault } = await bench.trail.verify();
  return { intact, ...firstFault };
};
const lines = (): string[] => readFileSync(bench.anchorFile, 'utf8').trimEnd().split('\n');

interface Attack {
  readonly name: string;
  readonly kind: string;
  readonly attack: () => Promise<unknown>;
}

const attacks: Attack[] = [
  {
    name: 'lines are cut from the end of the anchor file',
    kind: 'ANCHOR_REMOVED',
    attack: async () => writeFileSync(bench.anchorFile, `${lines().slice(0, 1).join('\n')}\n`),
  },
  {
    name: 'a line is cut from the middle of the anchor file',
    kind: 'ANCHOR_REMOVED',
    attack: async () => writeFileSync(bench.anchorFile, `${lines().toSpliced(1, 1).join('\n')}\n`),
  },
  {
    name: 'lines are cut from the anchor file, and the hub goes on',
    kind: 'ANCHOR_REMOVED',
    async attack() {
      writeFileSync(bench.anchorFile, `${lines().slice(0, 1).join('\n')}\n`);
      await bench.entered('eleven');
    },
  },
  {
    name: 'a line of the anchor file is edited',
    kind: 'ANCHOR_FORGED',
    attack: async () =>
      writeFileSync(
        bench.anchorFile,
        lines()
          .map((line, i) => (i === 1 ? line.replace(/"hash":"...../, '"hash":"AAAAA') : line))
          .join('\n') + '\n',
      ),
  },
];

test.each(attacks)('$name: $kind', async ({ kind, attack }) => {
  await attack();
  expect(await verdict()).toEqual({ intact: false, kind, seq: 4 });
});

test('a line that a crash cut off is made up for, and is no forgery', async () => {
  writeFileSync(bench.anchorFile, `${lines().join('\n')}\n{"seal":5,"ha`);
  expect(await verdict()).toEqual({ intact: true });
  await bench.entered('eleven');
  expect(await bench.trail.verify()).toMatchObject({ intact: true, seals: 5, anchors: 6 });
});

test('the database is replaced by an older copy: ROLLED_BACK', async () => {
  const older = await copyTrail(bench);
  await bench.entered('eleven', 'twelve');
  await older();
  expect(await verdict()).toEqual({ intact: false, kind: 'ROLLED_BACK', seq: 11 });
  // The hub that goes on from there does not cover it up.
  await bench.entered('another', 'and another', 'and one more');
  expect(await verdict()).toMatchObject({ intact: false, kind: 'ROLLED_BACK' });
  const told = await read(`select act from audit_entry where act like 'audit%'`);
  expect(told).toEqual([{ act: 'auditBehindAnchors' }]);
});

test('an anchor file that is gone altogether is entered in the trail', async () => {
  const away = join(dirname(bench.anchorFile), 'away.jsonl');
  copyFileSync(bench.anchorFile, away);
  writeFileSync(bench.anchorFile, '');
  expect(await verdict()).toEqual({ intact: false, kind: 'ANCHOR_REMOVED', seq: 1 });
  await bench.entered('eleven');
  await bench.entered('twelve');
  expect(await read(`select act, outcome from audit_entry where act like 'audit%'`)).toEqual([
    { act: 'auditAnchorsMissing', outcome: 'FAILED' },
  ]);
  // A copy that was kept elsewhere, with the public key alone, still speaks.
  const given = { anchors: new AnchorFile(away), publicKey: readFileSync(join(dirname(away), 'audit-key.pem'), 'utf8') };
  expect(await bench.trail.verify(given)).toMatchObject({ intact: true, anchors: 4 });
  await bench.unguarded('delete from audit_seal where id >= 3');
  expect((await bench.trail.verify(given)).firstFault?.kind).toBe('TAIL_REMOVED');
}); // prettier-ignore
