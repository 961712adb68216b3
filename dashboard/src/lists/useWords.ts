import { missing } from '@hexie/schema/pictures/format.ts';
import { useI18n } from 'vue-i18n';
import { useFormat } from '../metrics/useFormat.ts';
import type { Words } from './define-list.ts';

/** What cells and facts call to speak the reader's language. */
export function useWords(): Words {
  const { t } = useI18n();
  const { count, decimal, moment } = useFormat();
  return {
    t: (key, values) => t(key, values ?? {}),
    code: (list, key) => (key ? t(`code.${list}.${key}`) : missing),
    count,
    decimal,
    moment,
    yes: value => (value === null || value === undefined ? missing : t(`code.yes.${value ? 'YES' : 'NO'}`)),
  };
}
