import { certificationChecks } from '../modules/quality/certification.checks.ts';
import type { Check } from '../modules/quality/define-check.ts';
import { headcountChecks } from '../modules/quality/headcount.checks.ts';
import { signingChecks } from '../modules/quality/signing.checks.ts';

/** Every comparison of the libraries with each other. */
export const checks: readonly Check[] = [...signingChecks, ...headcountChecks, ...certificationChecks];
