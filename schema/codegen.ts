import type { CodegenConfig } from '@graphql-codegen/cli';

const scalars = { Date: 'string', DateTime: 'string', Decimal: 'string' };
const shared = { scalars, strictScalars: true, enumsAsTypes: true, useTypeImports: true, skipTypename: true };

/** Typed documents for the dashboard and the tests: one type per operation, checked against the published contract. */
export const codegen = (folder: string): CodegenConfig => ({
  schema: `${folder}/schema.graphql`,
  documents: [`${folder}/operations/**/*.graphql`],
  ignoreNoDocuments: true,
  silent: true,
  errorsOnly: true,
  generates: {
    [`${folder}/generated/types.ts`]: {
      plugins: ['typescript'],
      config: shared,
    },
    [`${folder}/generated/documents.ts`]: {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: { ...shared, documentMode: 'documentNode', dedupeFragments: true },
    },
  },
});
