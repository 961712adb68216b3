export { integrityGrades, type IntegrityGrade } from './enterprise.codes.ts';
export { Enterprise } from './enterprise.entity.ts';
export { enterpriseRows } from './enterprise.list.ts';
