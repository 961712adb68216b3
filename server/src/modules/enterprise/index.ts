export { integrityGrades, type IntegrityGrade } from './enterprise.codes.ts';
export { Enterprise } from './enterprise.entity.ts';
export { enterpriseHas, enterpriseOf } from './enterprise.list.ts';
export { activityTables, countsAsEmployer, employerActive } from './enterprise.rules.ts';
export { employsNobody, notActive } from './enterprise-shortfalls.ts';
