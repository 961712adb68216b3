export { certificationConditions, type CertificationCondition } from './certification.codes.ts';
