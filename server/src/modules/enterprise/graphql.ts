// The module's published face, apart from index.ts: whoever needs only the facts loads no GraphQL.
export { EnterpriseFilter, IntegrityGradeOps } from './enterprise.input.ts';
export { EnterpriseType, IntegrityGradeEnum } from './enterprise.type.ts';
