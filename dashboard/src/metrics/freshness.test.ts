import { expect, test } from 'vitest';
import { freshnessOf, type DataSource } from './useFreshness.ts';

const source = (form: DataSource['form'], stale: boolean, lastImport: string | null = '2022-10-01T00:00:00Z'): DataSource => ({
  form, stale, lastImport, name: form, owner: '', statedOn: null, age: 1, staleAfter: 31, rows: 1, parkedRows: 0, openIssues: 0,
}); // prettier-ignore

test('a figure is only as fresh as the least fresh of its sources', () => {
  const sources = [source('E', false), source('A', true), source('U', false, null)];
  expect(freshnessOf(sources, ['E'])).toBe('FRESH');
  expect(freshnessOf(sources, ['E', 'A'])).toBe('STALE');
  expect(freshnessOf(sources, ['E', 'U'])).toBe('MISSING');
  expect(freshnessOf(sources, ['E', 'D'])).toBe('MISSING');
});
