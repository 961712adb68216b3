import tseslint from 'typescript-eslint';
import vue from 'eslint-plugin-vue';
import vueParser from 'vue-eslint-parser';

/** The present has one source; everything else is handed a clock. */
const noPresent = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'The present comes from an injected Clock (kernel/clock.ts).',
  },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message:
      'The present comes from an injected Clock (kernel/clock.ts); use performance.now() for durations.',
  },
];

/** Text never becomes markup: pages and pictures are made of elements. (The browser refuses it too: test/e2e/markup.test.ts.) */
const noMarkup = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: 'Text never becomes markup; make elements and set their textContent.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|parseHTMLUnsafe|writeln)$/]',
    message: 'Text never becomes markup; make elements and set their textContent.',
  },
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name="write"]',
    message: 'Text never becomes markup; make elements and set their textContent.',
  },
  {
    selector: 'Property[key.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: 'Text never becomes markup, neither through the properties handed to an element.',
  },
];

const namedExportsOnly = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: one name per concept, everywhere.',
};

/** Tools dictate a default export here. */
const configurationFiles = ['**/*.config.{ts,mjs,js,cjs}', 'schema/codegen.ts', '**/*.d.ts'];

export default tseslint.config(
  {
    ignores: ['**/node_modules/**', '**/dist/**', 'schema/generated/**', 'data/**', '**/.cache/**'],
  },
  { files: ['**/*.{ts,mjs,js,cjs,vue}'] },
  ...tseslint.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser, sourceType: 'module' } },
    rules: {
      // Layout belongs to prettier.
      'vue/html-indent': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      // Optional props are `T | undefined` by type; a default of undefined says nothing more.
      'vue/require-default-prop': 'off',
      'vue/multi-word-component-names': ['error', { ignores: ['App'] }],
      'vue/no-v-html': 'error',
    },
  },
  {
    files: ['**/*.{ts,mjs,js,cjs,vue}'],
    rules: {
      // No text becomes code. (Patterns are held by test/ingest/slow-texts.test.ts.)
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-extraneous-class': 'off', // type-graphql's resolvers and argument classes
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      'max-lines': ['error', { max: 200 }],
      'no-restricted-syntax': ['error', ...noPresent, ...noMarkup, namedExportsOnly],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  { files: configurationFiles, rules: { 'no-restricted-syntax': ['error', ...noPresent, ...noMarkup] } },
  {
    files: ['server/src/kernel/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noMarkup, namedExportsOnly] },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
