import { expect, test } from 'vitest';
import { files, read } from './files.ts';

/**
 * Vue gives the root of a child component the scope of its parent's style too: a class that both use by chance
 * lets the parent's rule into the child. The shell draws every page, so its classes are held against all of them.
 */
interface Part {
  readonly path: string;
  readonly text: string;
  readonly tag: string;
  readonly classes: readonly string[];
}

const nameOf = (path: string): string => path.split('/').at(-1)?.replace('.vue', '') ?? '';

function part(path: string): Part {
  const text = read(path);
  const [, tag = '', attributes = ''] = /<template>\s*<([\w-]+)((?:"[^"]*"|[^>"])*)>/.exec(text) ?? [];
  const [, classes = ''] = /(?<![:\w])class="([^"]*)"/.exec(attributes) ?? [];
  return { path, text, tag, classes: classes.split(/\s+/).filter(Boolean) };
}

/** Classes a scoped style names, with the element they are bound to where one is said: `section.card`. */
function named(text: string): { tag: string; name: string }[] {
  const style = /<style scoped>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? '';
  const own = style.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/:deep\([^)]*\)/g, '');
  return [...own.matchAll(/(?<tag>\w*)\.(?<name>[a-zA-Z][\w-]*)(?=[^{}]*\{)/g)].map(({ groups }) => ({
    tag: groups?.['tag'] ?? '',
    name: groups?.['name'] ?? '',
  }));
}

/** Whether the parent itself puts the class on the child: then it is meant. */
const given = (text: string, child: string, name: string): boolean =>
  new RegExp(`<${child}\\b[^>]*?class="[^"]*\\b${name}\\b`).test(text);

function collisions(parts: readonly Part[]): string[] {
  return parts.flatMap(parent => {
    const rules = named(parent.text);
    const children = parts.filter(child => {
      const name = nameOf(child.path);
      return (nameOf(parent.path) === 'App' && name.endsWith('Page')) || new RegExp(`<${name}\\b`).test(parent.text);
    }); // prettier-ignore
    return children.flatMap(child =>
      rules
        .filter(({ tag, name }) => child.classes.includes(name) && (!tag || tag === child.tag))
        .filter(({ name }) => !given(parent.text, nameOf(child.path), name))
        .map(({ name }) => `${parent.path} styles .${name}, the root of ${nameOf(child.path)}`),
    );
  });
}

test("no component's style reaches the root of another by chance", () => {
  const parts = files('dashboard/src')
    .filter(path => path.endsWith('.vue'))
    .map(part);
  expect(parts.length).toBeGreaterThan(50);
  // A page whose root is another component hands its scope on: the shell's classes are held against that root as well.
  const roots = new Map(parts.map(one => [nameOf(one.path), one]));
  const whole = parts.map(one => {
    const inner = roots.get(one.tag);
    return inner ? { ...one, tag: inner.tag, classes: [...one.classes, ...inner.classes] } : one;
  });
  expect([...new Set(collisions(whole))]).toEqual([]);
});

test('the check sees such a class', () => {
  const shell = { path: 'App.vue', text: '<style scoped>\n.door {\n}\n</style>', tag: 'div', classes: [] };
  const page = { path: 'SignInPage.vue', text: '', tag: 'div', classes: ['door'] };
  expect(collisions([shell, page])).toHaveLength(1);
  expect(collisions([{ ...shell, text: '<style scoped>p.door {}</style>' }, page])).toEqual([]);
});
