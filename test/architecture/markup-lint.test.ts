import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const eslint = new ESLint({ cwd: root, overrideConfigFile: 'test/architecture/eslint.config.mjs' });

const script = 'dashboard/src/ui/sample.ts';
const component = 'dashboard/src/ui/SampleBox.vue';
const refused = ['no-restricted-syntax', 'vue/no-v-html'];

/** Which of the rules against markup made of text a file would break. */
async function broken(text: string, filePath: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: `${root}/${filePath}` });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? 'syntax').filter(id => refused.includes(id));
}

const inSetup = (line: string): string =>
  `<script setup lang="ts">\n${line}\n</script>\n<template><p /></template>\n`;

it.each([
  ['innerHTML', `export const show = (box: Element, name: string): void => { box.innerHTML = name; };\n`],
  ['outerHTML', `export const show = (box: Element, name: string): void => { box.outerHTML = name; };\n`],
  ['insertAdjacentHTML', `export const show = (box: Element, name: string): void => { box.insertAdjacentHTML('beforeend', name); };\n`],
  ['document.write', `export const show = (name: string): void => { document.write(name); };\n`],
  ['a property of an element', `export const show = (name: string): unknown => h('div', { innerHTML: name });\n`],
  ['a fragment of a range', `export const show = (range: Range, name: string): unknown => range.createContextualFragment(name);\n`],
])('text is not made markup through %s', async (_, text) => {
  expect(await broken(text, script)).toEqual(['no-restricted-syntax']);
}); // prettier-ignore

it('a component makes no markup of text, neither in its script nor in its template', async () => {
  expect(await broken(inSetup('document.body.innerHTML = location.hash;'), component)).toEqual([
    'no-restricted-syntax',
  ]);
  expect(await broken('<template><p v-html="name" /></template>\n', component)).toEqual(['vue/no-v-html']);
});

it('text as text is let through', async () => {
  const text = `export const show = (box: Element, name: string): void => { box.textContent = name; box.append(name); };\n`;
  expect(await broken(text, script)).toEqual([]);
});
