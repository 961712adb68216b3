import { expect, test } from 'vitest';
import { safeNext } from './door.ts';

test.each([
  ['/enterprises?town=LUOBU', '/enterprises?town=LUOBU'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['https://elsewhere.example', '/'],
  [undefined, '/'],
])('after signing in, %s leads to %s', (next, path) => expect(safeNext(next)).toBe(path));
