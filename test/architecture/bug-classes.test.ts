import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The table of what goes wrong in systems like this one, as it is read in SECURITY-TESTS.md. */
const rows = readFileSync(new URL('../../SECURITY-TESTS.md', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => /^\| B\d+ /.test(line))
  .map(line => line.split('|').map(cell => cell.trim()))
  .map(([, number = '', subject = '', held = '', tests = '']) => ({ number, subject, held, tests }));

const root = new URL('../../', import.meta.url);
const named = (tests: string): { path: string; title: string }[] =>
  [...tests.matchAll(/`([^`›]+?) › ([^`]+)`/g)].map(([, path = '', title = '']) => ({ path, title }));

describe('the table of bug classes', () => {
  test('has every class once, in order, and says what holds it', () => {
    expect(rows.map(row => row.number)).toEqual(Array.from({ length: 52 }, (_, i) => `B${i + 1}`));
    expect(rows.filter(row => row.subject.length < 5 || row.held.length < 7)).toEqual([]);
  });

  test.each(rows)('$number names tests that exist, or why none applies', ({ tests }) => {
    const found = named(tests);
    if (found.length === 0) expect(tests).toMatch(/^Does not apply: .{20,}/);
    const missing = found.filter(({ path, title }) => {
      const file = new URL(path, root);
      return !existsSync(file) || !readFileSync(file, 'utf8').includes(title);
    });
    expect(missing).toEqual([]);
  });
});
