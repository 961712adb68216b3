import { enumType } from '../kernel/enum-type.ts';
import { denominatorRules, type DenominatorRule } from './denominator-rule.ts';

/** The rule as it is published. */
export const DenominatorRuleEnum = enumType<DenominatorRule>(
  'DenominatorRule',
  'Which employers rates are counted over. 比率的分母口径。',
  {
    EMPLOYERS: { zh: denominatorRules.EMPLOYERS.zh, en: 'All employers on the roster.' },
    ENTERPRISES: { zh: denominatorRules.ENTERPRISES.zh, en: 'Enterprises only.' },
  },
);
