// The module's published face, apart from index.ts: whoever needs only the facts loads no GraphQL.
export { EnterpriseFilter } from './enterprise.input.ts';
export { EnterpriseType } from './enterprise.type.ts';
