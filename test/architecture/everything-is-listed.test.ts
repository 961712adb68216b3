import { describe, expect, it } from 'vitest';
import { hubProgram } from '../../server/src/app/cli/program.ts';
import { lists as published } from '../../server/src/catalogue/lists.ts';
import { sources } from '../../server/src/catalogue/sources.ts';
import { files, read } from './files.ts';

/** What a file of this suffix declares is run only if this catalogue lists it. */
const lists = {
  source: 'sources',
  entity: 'entities',
  metrics: 'metrics',
  'read-model': 'read-models',
  list: 'lists',
  resolver: 'resolvers',
  search: 'searches',
  timeline: 'timelines',
  checks: 'checks',
  expiries: 'expiries',
} as const;

const server = files('server/src');

describe('everything declared is listed', () => {
  it.each(Object.entries(lists))('every *.%s.ts stands in catalogue/%s.ts', (suffix, list) => {
    const declared = server.filter(path => path.endsWith(`.${suffix}.ts`)).sort();
    const catalogue = read(`server/src/catalogue/${list}.ts`);
    const unlisted = declared.filter(path => !catalogue.includes(path.replace('server/src/', '../')));
    expect(declared.length).toBeGreaterThan(0);
    expect(unlisted).toEqual([]);
  });

  it('every figure defined is listed by name', () => {
    const catalogue = read('server/src/catalogue/metrics.ts');
    const defined = server
      .filter(path => path.endsWith('.metrics.ts'))
      .flatMap(path =>
        [...read(path).matchAll(/^export const (\w+) = defineMetric/gm)].map(match => match[1] ?? ''),
      );
    expect(defined.length).toBeGreaterThan(20);
    expect(defined.filter(name => !new RegExp(`\\b${name}\\b`).test(catalogue))).toEqual([]);
  });

  it.each(sources)('form $form names the published type of its rows', ({ table, type }) => {
    expect(published.types.find(one => one.table === table)?.name).toBe(type);
  });

  it.each(['README.md', 'README.zh-CN.md'])('every command of the command line stands in %s', path => {
    const said = read(path).split('\n\n').find(part => part.startsWith('`hub`')) ?? '';
    const parts = [...said.matchAll(/`([^`]+)`/g)].map(match => match[1] ?? '');
    const lacking = hubProgram().commands.flatMap(command => {
      const own = parts.filter(part => part.split(' ')[0] === command.name());
      const words = own.flatMap(part => part.split(/[ |[\]]+/));
      const named = command.commands.map(child => child.name()).filter(name => !words.includes(name));
      return own.length ? named.map(name => `${command.name()} ${name}`) : [command.name()];
    });
    expect(lacking).toEqual([]);
  }); // prettier-ignore

  it('catalogue/ holds lists and nothing but lists', () => {
    const logic = files('server/src/catalogue').filter(path =>
      /\b(function|class|if|for|await)\b/.test(code(path)),
    );
    expect(logic).toEqual([]);
  });
});

/** The file without its comments. */
const code = (path: string): string =>
  read(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '');
