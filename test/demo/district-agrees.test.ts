import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDistrict, writeDemo } from '../../server/src/demo/write-demo.ts';
import { addDays, type Day } from '../../server/src/kernel/days.ts';
import { systemViewer } from '../../server/src/access/viewer.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { createServices, type Services } from '../../server/src/app/services.ts';
import { Truth, type Figure } from './truth.ts';

const options = { employers: 200, seed: 5, until: '2026-11-23' };
const days: Day[] = ['2022-08-31', '2022-12-31', '2024-12-31', '2025-03-31', '2025-12-31', '2026-11-23'];
const viewer = systemViewer('test');

/** Whatever the departments' habits did to the cells, the figures are those of the truth behind them. */
describe('the demo district after its journey through the files', () => {
  let hub: TestHub;
  let services: Services;
  let out: string;
  const truth = new Truth(makeDistrict(options));

  beforeAll(async () => {
    hub = await freshDatabase();
    const clock = { now: () => new Date(`${options.until}T02:00:00Z`), today: () => options.until };
    services = createServices({ ...hub, clock });
    out = await mkdtemp(join(tmpdir(), 'hexie-truth-'));
    // The last file first: rows that name an employer wait until the roster comes.
    for (const path of (await writeDemo({ ...options, out })).reverse()) {
      const outcome = await services.ingest.importFile(viewer, {
        path,
        fileName: basename(path),
        origin: 'CLI',
      });
      expect(outcome.refusal).toBeNull();
    }
  });
  afterAll(async () => {
    await rm(out, { recursive: true, force: true });
    await hub.close();
  });

  const stock = async (key: string, at: Day, town?: string): Promise<Figure> => {
    const filter = town === undefined ? undefined : { town: { eq: town } };
    const { value, numerator, denominator } = (
      await services.metrics.metric(viewer, { key, at, ...(filter && { filter }) })
    ).total;
    return { value, numerator, denominator };
  };

  test.each(days)('certification and unions on %s', async day => {
    expect(await stock('certification.rate', day)).toEqual(truth.certificationRate(day));
    expect(await stock('certification.rate', day, 'LUOBU')).toEqual(truth.certificationRate(day, 'LUOBU'));
    expect(await stock('union.coverage', day)).toEqual(truth.unionCoverage(day));
    expect(await stock('union.membership', day)).toEqual(truth.membership(day));
    expect(await stock('union.collective', day)).toEqual(truth.agreement(day, 'collective'));
    expect(await stock('union.wage', day)).toEqual(truth.agreement(day, 'wage'));
  });

  test.each(days)('contracts and filings on %s', async day => {
    const { signing, electronic, verified, expiring } = truth.contracts(day);
    expect(await stock('contract.signing', day)).toEqual(signing);
    expect(await stock('contract.electronic', day)).toEqual(electronic);
    expect(await stock('contract.verified', day)).toEqual(verified);
    expect((await stock('contract.expiring', day)).value).toBe(expiring);
    const { coverage, insured } = truth.filings(day);
    expect(await stock('filing.coverage', day)).toEqual(coverage);
    expect(await stock('filing.insured', day)).toEqual(insured);
  });

  test.each(days)('inspections of the year before %s', async to => {
    const from = addDays(to, -364);
    const expected = truth.inspections(from, to);
    const figure = async (key: string): Promise<Figure> =>
      (await services.metrics.metric(viewer, { key, from, to })).total;
    expect((await figure('inspection.checks')).value).toBe(expected.checks);
    expect((await figure('inspection.summons')).value).toBe(expected.summons);
    expect(await figure('inspection.violation')).toMatchObject(expected.violation);
    expect(await figure('inspection.corrected')).toMatchObject(expected.corrected);
  });

  test.each(days)('disputes of the year before %s', async to => {
    const from = addDays(to, -364);
    const expected = truth.disputes(from, to);
    const total = async (key: string): Promise<Figure> =>
      (await services.metrics.metric(viewer, { key, from, to })).total;
    expect((await total('dispute.filed')).value).toBe(expected.filed);
    expect((await total('dispute.people')).value).toBe(expected.people);
    expect(await total('dispute.success')).toMatchObject(expected.success);
  });
});
