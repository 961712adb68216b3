import { expect, test } from 'vitest';
import { stateKey, stateTone } from './state.ts';

test('a finished check does not say "stored"', () => {
  expect(stateKey({ status: 'DONE', dryRun: true })).toBe('dryRun');
  expect(stateKey({ status: 'DONE', dryRun: false })).toBe('DONE');
  expect(stateTone({ status: 'REFUSED', dryRun: false })).toBe('missed');
});
