import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MetricService } from '../../server/src/metrics/metric.service.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import {
  certification,
  change,
  dispute,
  district,
  employer,
  empty,
  load,
  union,
  type District,
  state,
} from './district.ts';
import { cuts, engineOn, hubItself, total } from './engine.ts';

let hub: TestHub;
let engine: MetricService;
beforeAll(async () => {
  hub = await freshDatabase();
  engine = engineOn(hub);
});
afterEach(() => empty(hub));
afterAll(() => hub.close());

const one = employer({ id: 1 });
/** The figure on each of some days: `2022-01-01 1/1`. */
async function days(facts: Partial<District>, key: string, ...list: string[]): Promise<string[]> {
  await load(hub, district(facts));
  return Promise.all(list.map(async at => `${at.slice(5)} ${await total(engine, { key, at })}`));
}

describe('on the day itself', () => {
  it('a founding counts, a closing ends, a suspension ends and an end of it begins', async () => {
    expect(
      await days(
        {
          employers: [
            employer({ id: 1, founded_on: '2022-03-01', closed_on: '2022-03-09' }),
            employer({ id: 2, founded_on: '2022-03-08', closed_on: '2022-03-08' }),
          ],
          statuses: [
            { enterprise_id: 1, stated_on: '2022-03-04', status: 'SUSPENDED' },
            { enterprise_id: 1, stated_on: '2022-03-05', status: 'SUSPENDED' },
            { enterprise_id: 1, stated_on: '2022-03-07', status: 'ACTIVE' },
          ],
        },
        'certification.stage',
        ...['02-28', '03-01', '03-03', '03-04', '03-06', '03-07', '03-08', '03-09'].map(day => `2022-${day}`),
      ),
    ).toEqual(['02-28 0', '03-01 1', '03-03 1', '03-04 0', '03-06 0', '03-07 1', '03-08 1', '03-09 0']);
  });

  it('a certification holds through its last day, and a revocation ends it on its own', async () => {
    const facts = {
      employers: [one, employer({ id: 2 })],
      certifications: [
        certification({ enterprise_id: 1, certified_on: '2022-07-01', valid_to: '2022-07-05' }),
        certification({ enterprise_id: 2, certified_on: '2022-07-01', revoked_on: '2022-07-03' }),
      ],
    };
    const list = ['06-30', '07-01', '07-02', '07-03', '07-05', '07-06'].map(day => `2022-${day}`);
    expect(await days(facts, 'certification.rate', ...list)).toEqual([
      '06-30 0/2', '07-01 2/2', '07-02 2/2', '07-03 1/2', '07-05 1/2', '07-06 0/2',
    ]); // prettier-ignore
  });

  it('three years from a leap day end on 27 February', async () => {
    const facts = { employers: [one], certifications: [certification({ enterprise_id: 1, certified_on: '2020-02-29', filed_on: '2020-01-01' })] };
    expect(await days(facts, 'certification.rate', '2023-02-27', '2023-02-28')).toEqual(['02-27 1/1', '02-28 0/1']);
  }); // prettier-ignore

  it('a revoked certification leaves a second one of the same employer in force', async () => {
    const facts = {
      employers: [one],
      certifications: [
        certification({ enterprise_id: 1, filed_on: '2021-01-01', certified_on: '2021-02-01' }),
        certification({
          enterprise_id: 1,
          filed_on: '2022-01-01',
          certified_on: '2022-02-01',
          revoked_on: '2022-03-01',
        }),
      ],
    };
    expect(await days(facts, 'certification.rate', '2022-02-15', '2022-03-01')).toEqual([
      '02-15 1/1',
      '03-01 1/1',
    ]);
    expect(await cuts(engine, { key: 'certification.stage', at: '2022-03-01', by: ['STAGE'] })).toBe(
      'REVOKED 1',
    );
  });

  it('a case of 29 February counts for a whole year', async () => {
    const facts = { employers: [one], disputes: [dispute({ enterprise_id: 1, filed_on: '2024-02-29' })] };
    expect(await days(facts, 'dispute.rate', '2024-02-28', '2024-02-29', '2025-02-28', '2025-03-01')).toEqual([
      '02-28 0/100', '02-29 1/100', '02-28 1/100', '03-01 0/100',
    ]); // prettier-ignore
  });

  it('an employer without staff makes a rate null, never 0 or NaN', async () => {
    await load(hub, { employers: [employer({ id: 1, staff: 0 })], unions: [union({ enterprise_id: 1 })] });
    const { total: value } = await engine.metric(hubItself, { key: 'union.membership' });
    expect(value).toMatchObject({ value: null, numerator: 0, denominator: 0, status: 'NONE', target: 0.85 });
  });
});

describe('the denominator setting', () => {
  it('ENTERPRISES leaves only codes that begin with 91, in numerators, denominators and headcounts alike', async () => {
    await load(hub, {
      employers: [one, employer({ id: 2, uscc: '52'.padEnd(18, '7') })],
      unions: [union({ enterprise_id: 1 }), union({ enterprise_id: 2 })],
      disputes: [dispute({ enterprise_id: 1 }), dispute({ enterprise_id: 2 })],
    });
    const figures = async (): Promise<string[]> =>
      Promise.all(['union.coverage', 'union.membership', 'dispute.rate', 'dispute.open'].map(key => total(engine, { key })));
    expect(await figures()).toEqual(['2/2', '160/200', '2/200', '2']);
    await state(hub, 'denominator', 'ENTERPRISES');
    expect(await figures()).toEqual(['1/1', '80/100', '1/100', '2']);
    await state(hub, 'denominator', null);
    expect(await figures()).toEqual(['2/2', '160/200', '2/200', '2']);
  }); // prettier-ignore
});

describe('what the hub knew', () => {
  it('a figure as known at a moment stays what it was then, whatever is imported later', async () => {
    const args = { key: 'union.coverage', at: '2022-12-31' };
    await load(
      hub,
      { employers: [one, employer({ id: 2 })] },
      { forms: ['E'], knownAt: '2022-01-10T00:00:00Z' },
    );
    await load(
      hub,
      { unions: [union({ enterprise_id: 1 })] },
      { forms: ['U'], knownAt: '2022-02-10T00:00:00Z' },
    );
    const now = await total(engine, args);
    await change(
      hub,
      '2022-03-10T00:00:00Z',
      `update union_organisation set form = 'NONE' where enterprise_id = 1`,
    );
    await change(hub, '2022-04-10T00:00:00Z', `update enterprise set founded_on = '2023-05-01' where id = 2`);
    const known = (day: string) => total(engine, { ...args, asKnownAt: new Date(`${day}T12:00:00Z`) });
    expect(now).toBe('1/2');
    expect(await known('2022-01-09')).toBe('null');
    expect(await known('2022-01-10')).toBe('null');
    expect(await known('2022-02-10')).toBe('1/2');
    expect(await known('2022-03-10')).toBe('0/2');
    expect(await known('2022-04-10')).toBe('0/1');
    expect(await total(engine, args)).toBe('0/1');
  });

  it('a source that has never delivered makes its figures null with status NONE, a preview delivers nothing', async () => {
    await load(hub, { employers: [one] }, { forms: ['E'] });
    await hub.owner(`insert into import_file (file_name, sent_by, dry_run) values ('preview.xlsx', 'test', true)`);
    await hub.owner(`insert into import_sheet (file_id, position, sheet, form, status, known_at)
      select id, 1, 's', 'A', 'DONE', now() from import_file where dry_run`);
    const answer = await engine.metric(hubItself, { key: 'certification.rate', from: '2022-11-01', to: '2022-12-31', grain: 'MONTH' });
    expect(answer.total).toMatchObject({ value: null, numerator: null, denominator: null, status: 'NONE', target: 0.9 });
    expect(answer.points.map(point => [point.period, point.value.value])).toEqual([['2022-11-01', null], ['2022-12-01', null]]);
  }); // prettier-ignore
});
