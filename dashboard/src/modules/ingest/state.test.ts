import { expect, test } from 'vitest';
import { addsUp, stateKey, stateTone } from './state.ts';

test('a finished check does not say "stored"', () => {
  expect(stateKey({ status: 'DONE', dryRun: true })).toBe('dryRun');
  expect(stateKey({ status: 'DONE', dryRun: false })).toBe('DONE');
  expect(stateTone({ status: 'REFUSED', dryRun: false })).toBe('missed');
});

test('the fates of the rows add up to the rows read', () => {
  const sheet = {
    rowsRead: 10,
    inserted: 5,
    updated: 1,
    unchanged: 1,
    rejected: 1,
    parked: 1,
    duplicates: 1,
  };
  expect(addsUp(sheet)).toBe(true);
  expect(addsUp({ ...sheet, rejected: 0 })).toBe(false);
});
