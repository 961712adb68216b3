import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { metrics } from '../../server/src/catalogue/metrics.ts';
import { actsOf } from '../ingest/acts-support.ts';
import { openBench, type ImportBench } from '../ingest/support.ts';
import { departmentFiles } from './department-files.ts';
import { engineOn, hubItself } from './engine.ts';

let bench: ImportBench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const today = '2022-08-31';
const send = (form: string) => bench.send(departmentFiles[form] ?? []);

/** Every figure of the catalogue, as numerator and denominator. */
async function figures(): Promise<Record<string, string>> {
  const engine = engineOn(bench.hub, today);
  const answers = metrics.map(async ({ key, kind }) => {
    const { total } = await engine.metric(hubItself, { key, ...(kind === 'STOCK' ? { at: today } : {}) });
    return [
      key,
      total.denominator === null ? String(total.value) : `${total.numerator}/${total.denominator}`,
    ];
  });
  return Object.fromEntries(await Promise.all(answers)) as Record<string, string>;
}

/** What three employers, counted by hand, make of every figure on the last day of August. */
const byHand: Record<string, string> = {
  'certification.rate': '1/3', 'certification.gap': '1', 'certification.stage': '3', 'certification.expiring': '0',
  'union.coverage': '1/3', 'union.coverage25': '1/1', 'union.membership': '90/106', 'union.collective': '1/1',
  'union.wage': '0/1', 'union.congress': '0/1', 'union.disclosure': '0/1',
  'contract.signing': '4/106', 'contract.electronic': '2/5', 'contract.verified': '1/2', 'contract.expiring': '1',
  'filing.coverage': '2/3', 'filing.insured': '93/96', 'filing.freshness': '3',
  'dispute.filed': '2', 'dispute.accepted': '0', 'dispute.closed': '1', 'dispute.archived': '0', 'dispute.open': '1',
  'dispute.overdue': '0', 'dispute.success': '1/1', 'dispute.closing': '1/2', 'dispute.onTime': '1/1',
  'dispute.duration': '0/0', 'dispute.people': '2', 'dispute.amount': '1200.05', 'dispute.collective': '0',
  'dispute.rate': '2/106', 'dispute.confirmed': '0/1', 'dispute.performed': '0/1', 'dispute.reemployed': '0/0',
  'inspection.checks': '2', 'inspection.violation': '2/2', 'inspection.corrected': '1/1', 'inspection.summons': '1',
  'inspection.grade': '2', 'incident.major': '0', 'meeting.count': 'null',
}; // prettier-ignore

describe('eight workbooks', () => {
  it('give every figure as counted by hand, in any order, twice over, and after a withdrawal and sending again', async () => {
    const shuffles = fc.shuffledSubarray(Object.keys(departmentFiles), { minLength: 8, maxLength: 8 });
    const orders = [Object.keys(departmentFiles).reverse(), ...fc.sample(shuffles, 2)];
    let before: Record<string, string> | undefined;
    for (const order of orders) {
      await bench.close();
      bench = await openBench();
      for (const form of order) await send(form);
      const found = await figures();
      expect(found, order.join()).toMatchObject(byHand);
      expect(before ?? found, 'the index too').toEqual(found);
      before = found;
    }
    for (const form of Object.keys(departmentFiles)) await send(form);
    expect(await figures()).toEqual(before);
  }, 180_000);

  it('lose what a withdrawn one brought, and have it back when it is sent again', async () => {
    const acts = actsOf(bench);
    const sent = new Map<string, string>();
    for (const form of Object.keys(departmentFiles)) sent.set(form, (await send(form)).id);
    const before = await figures();
    await acts.withdraw(sent.get('F'));
    expect(await figures()).toMatchObject({
      'filing.coverage': 'null', 'contract.signing': '4/114', 'union.membership': '95/114', 'dispute.rate': '2/114',
    }); // prettier-ignore
    await acts.withdraw(sent.get('E'));
    expect(await figures()).toMatchObject({ 'union.coverage': 'null', 'dispute.filed': 'null' });
    for (const form of ['F', 'E']) await send(form);
    expect(await figures()).toEqual(before);
  }, 120_000);
});
