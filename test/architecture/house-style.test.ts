import { describe, expect, it } from 'vitest';
import { files, read } from './files.ts';

const all = files();
const generated = (path: string): boolean =>
  path.startsWith('schema/generated/') || path === 'schema/schema.graphql';
const source = all.filter(path => /\.(ts|mjs|cjs|js|vue|css|scss|graphql)$/.test(path) && !generated(path));
const text = all.filter(path =>
  /\.(ts|mjs|cjs|js|vue|css|graphql|json|md|yaml|yml|sql|html)$|\/run$/.test(path),
);

describe('house style', () => {
  it('keeps every source file within 200 lines', () => {
    const long = source
      .map(path => ({ path, lines: read(path).trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 200);
    expect(long).toEqual([]);
  });

  it('names no folder of the machine it was written on', () => {
    // Put together from pieces, so that this file does not find itself.
    const home = ['work', 'home', 'root', 'Users'].map(name => `/${name}/[A-Za-z.]`);
    const pattern = new RegExp(
      `(^|[\\s"'\`(=:])(${home.join('|')}|[A-Z]:\\\\Users)|\\.\\./share${'d'}/`,
      'm',
    );
    const guilty = text.filter(path => path !== 'pnpm-lock.yaml' && pattern.test(read(path)));
    expect(guilty).toEqual([]);
  });

  it('names files in lower case with dots and dashes, components in PascalCase', () => {
    const odd = source.filter(path => {
      const name = path.split('/').at(-1) ?? '';
      if (path.startsWith('server/migrations/Migration')) return !/^Migration\d{14}_[a-z_]+\.ts$/.test(name);
      if (name.endsWith('.vue')) return !/^[A-Z][A-Za-z]+\.vue$/.test(name);
      if (path.startsWith('dashboard/') && /^use[A-Z][A-Za-z]+(\.test)?\.ts$/.test(name)) return false;
      if (name.endsWith('.graphql')) return !/^[A-Za-z-]+\.graphql$/.test(name);
      return !/^[a-z0-9]+([.-][a-z0-9]+)*\.(ts|mjs|cjs|js|css|scss)$/.test(name);
    });
    expect(odd).toEqual([]);
  });
});
