import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isUscc } from '../kernel/uscc.ts';
import { makeDisputes } from './disputes.ts';
import { makeEmployers } from './district.ts';
import { Random } from './random.ts';
import { readIdNumber } from '../ingest/cells/codes.ts';
import { makeDistrict, writeDemo } from './write-demo.ts';

const digest = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

async function written(seed: number): Promise<string[]> {
  const out = await mkdtemp(join(tmpdir(), 'hexie-demo-'));
  const paths = await writeDemo({ employers: 60, seed, until: '2026-11-23', out });
  const digests = await Promise.all(paths.map(digest));
  await rm(out, { recursive: true });
  return digests;
}

describe('the demo district', () => {
  const employers = makeEmployers(new Random(7), 1200, '2026-11-23');
  const active = employers.filter(e => !e.closedOn);

  test('the same arguments give the same bytes, another seed others', async () => {
    const first = await written(7);
    expect(await written(7)).toEqual(first);
    expect(await written(8)).not.toEqual(first);
  });

  test('every code is valid and lies in the division 450299 that does not exist', () => {
    expect(employers.filter(e => !isUscc(e.uscc) || e.uscc.slice(2, 8) !== '450299')).toEqual([]);
    expect(new Set(employers.map(e => e.uscc)).size).toBe(employers.length);
  });

  test('1,200 employers have about 67,000 staff', () => {
    expect(active.length).toBe(1200);
    const staff = active.reduce((sum, e) => sum + e.staff, 0);
    expect(staff).toBeGreaterThan(60_000);
    expect(staff).toBeLessThan(74_000);
  });

  test('contracts, signatures and filings have the shares of a district that is nearly there', () => {
    const { contracts, filings } = makeDistrict({ employers: 1200, seed: 1, until: '2026-11-23' });
    const inForce = contracts.filter(
      c => !c.employer.closedOn && !c.terminatedOn && (c.endsOn ?? '9') >= '2026-11-23',
    );
    const electronic = inForce.filter(c => c.electronic);
    const both = electronic.filter(
      c => new Set(c.signatures.map(s => s.digest)).size === 1 && c.signatures.length === 2,
    );
    const share = (part: readonly unknown[], whole: readonly unknown[]): number => part.length / whole.length;
    expect(inForce.length).toBeGreaterThan(58_000);
    expect(share(electronic, inForce)).toBeCloseTo(0.65, 1);
    expect(share(both, electronic)).toBeCloseTo(0.935, 1);
    expect(filings.length).toBeGreaterThan(5000);
    const plain = contracts.slice(0, 500).map(c => c.idNumber);
    expect(
      plain.filter(id => !readIdNumber({ kind: 'TEXT', text: id }).ok || !id.startsWith('450299')),
    ).toEqual([]);
  });

  test('each full year brings 450 to 620 disputes, more in January than in July', () => {
    const disputes = makeDisputes(new Random(11), employers, '2026-11-23');
    const inMonth = (month: string): number => disputes.filter(d => d.filedOn.slice(5, 7) === month).length;
    for (const year of ['2021', '2022', '2023', '2024', '2025']) {
      const filed = disputes.filter(d => d.filedOn.startsWith(year)).length;
      expect([year, filed >= 450 && filed <= 620]).toEqual([year, true]);
    }
    expect(inMonth('01')).toBeGreaterThan(inMonth('07'));
  });
});
