import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MetricService } from '../../server/src/metrics/metric.service.ts';
import type { DifferenceAsked } from '../../server/src/metrics/rows/difference.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { engineOn, hubItself, personOf } from './engine.ts';

let hub: TestHub;
let engine: MetricService;
beforeAll(async () => {
  hub = await freshDatabase();
  engine = engineOn(hub);
});
afterAll(() => hub.close());

describe('what is no difference between two days', () => {
  const refused = async (asked: Partial<DifferenceAsked>): Promise<string> =>
    engine.difference(hubItself, { key: 'union.coverage', from: '2022-01-01', to: '2022-12-31', ...asked }).then(
      () => 'answered',
      (error: { code: string; text: { zh: string; en: string } }) => `${error.code} ${error.text.en}`,
    ); // prettier-ignore

  it.each([
    [{ key: 'harmony.index' }, 'BAD_USER_INPUT harmony.index is put together'],
    [{ key: 'dispute.filed' }, 'BAD_USER_INPUT dispute.filed counts what happened in a period'],
    [{ key: 'no.such' }, 'BAD_USER_INPUT'],
    [{ from: '2023-01-01' }, 'BAD_USER_INPUT from is after to'],
    [{ from: '1800-01-01' }, 'BAD_USER_INPUT'],
    [{ filter: { grade: { eq: 'A' } } }, 'BAD_USER_INPUT union.coverage cannot be filtered by grade'],
    [{ filter: { town: { eq: 'NOWHERE' } } }, 'BAD_USER_INPUT There is no code "NOWHERE"'],
    [{ asKnownAt: new Date(0), knownTo: new Date(0) }, 'BAD_USER_INPUT asKnownAt holds at both ends'],
    [{ first: 500 }, 'BAD_USER_INPUT first must lie'],
    [{ after: 'AAAA' }, 'BAD_USER_INPUT The cursor is not valid'],
  ])('%o is refused with a sentence', async (asked, sentence) => {
    expect(await refused(asked)).toContain(sentence);
  });

  it('before anything was delivered is not known, and has no rows', async () => {
    const answer = await engine.difference(hubItself, { key: 'union.coverage', from: '2022-01-01', to: '2022-12-31' });
    expect(answer).toMatchObject({ valueFrom: null, valueTo: null, difference: null, rows: { nodes: [], totalCount: 0 } });
    expect(answer.numerator).toMatchObject({ from: null, to: null, difference: null });
  }); // prettier-ignore

  it('is for those who may open the rows, of the figures that they may read', async () => {
    const ask = (role: Parameters<typeof personOf>[0], key: string) =>
      engine.difference(personOf(role), { key, from: '2022-01-01', to: '2022-12-31' });
    await expect(ask('MEMBER', 'union.coverage')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(ask('COURT', 'union.coverage')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(ask('INDUSTRY', 'contract.signing')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(ask('COURT', 'dispute.open')).resolves.toMatchObject({ denominator: null });
  });
});
