import type { Message } from '../../kernel/errors.ts';
import type { Term } from '../define-metric.ts';

/** What runs out on a day that is known beforehand. */
export const expiryKinds = {
  CERTIFICATION: { zh: '和谐企业认定', en: 'Certifications' },
  COLLECTIVE_AGREEMENT: { zh: '集体合同', en: 'Collective contracts' },
  WAGE_AGREEMENT: { zh: '工资专项集体合同', en: 'Wage agreements' },
  CONTRACT: { zh: '劳动合同', en: 'Labour contracts' },
} as const satisfies Record<string, Message>;
export type ExpiryKind = keyof typeof expiryKinds;

/**
 * What of one kind is in force on a day, by the last day of its term. It stands on the read model of a metric, so that the
 * calendar counts exactly what the figure counts; whoever may read the figure may read the calendar.
 */
export interface ExpiryDefinition {
  readonly kind: ExpiryKind;
  /** The figure whose forms it needs, whose dimensions it is filtered by, and whose grant it stands under. */
  readonly metric: string;
  /** What is in force on the day: the figure's own numerator, or what its numerator is a part of. */
  readonly inForce: Term;
  /** The column with the last day in force; empty where it is open-ended. */
  readonly lastDay: string;
  readonly definition: Message;
}

/** Declares a kind of thing that runs out. */
export const defineExpiry = (expiry: ExpiryDefinition): ExpiryDefinition => Object.freeze(expiry);
