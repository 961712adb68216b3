import { expect, test } from 'vitest';
import { returnTo } from './return-to.ts';

test.each([
  ['/enterprises?town=LUOBU#top', '/enterprises?town=LUOBU#top'],
  ['/用人单位', '/%E7%94%A8%E4%BA%BA%E5%8D%95%E4%BD%8D'],
  ['//evil.example', '/'],
  ['\\/evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/\n/evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/a/..//evil.example', '/'],
  ['https:evil.example', '/'],
  ['https://evil.example', '/'],
  [`java${'script:alert(1)'}`, '/'],
  ['%2f%2fevil.example', '/'],
  ['/%2f%2fevil.example', '/'],
  ['/%5cevil.example', '/'],
  ['/api/session/oidc', '/'],
  ['/graphql', '/'],
  ['', '/'],
  ['/', '/'],
  [undefined, '/'],
  [['/a', '/b'], '/'],
  [`/${'a'.repeat(3000)}`, '/'],
])('after signing in, %j leads to %s', (text, path) => expect(returnTo(text)).toBe(path));
