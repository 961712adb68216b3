import { sentenceDay } from '@hexie/schema/pictures/days.ts';
import {
  formatChange,
  formatCount,
  formatNumber,
  formatValue,
  missing,
  unitName,
} from '@hexie/schema/pictures/format.ts';
import type { Language, Unit } from '@hexie/schema/pictures/frame.ts';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { bytes, decimal, moment } from './format.ts';

/** Numbers and dates in the reader's language; templates call these and nothing else. */
export function useFormat() {
  const { locale } = useI18n();
  const language = computed(() => locale.value as Language);
  return {
    language,
    value: (v: number | null | undefined, unit: Unit, key = '') => formatValue(v, unit, key, language.value),
    number: formatNumber,
    unit: (unit: Unit, key: string) => unitName(unit, key, language.value),
    change: (v: number | null | undefined, unit: Unit) => formatChange(v, unit, language.value),
    count: formatCount,
    /** A name within a sentence: English begins it small, unless it is written in capitals. */
    inSentence: (name: string) =>
      language.value === 'en' ? name.replace(/^[A-Z](?![A-Z])/, first => first.toLowerCase()) : name,
    /** A day in a sentence. */
    day: (day: string | null | undefined, withYear = true) =>
      day ? sentenceDay(day, language.value, withYear) : missing,
    moment: (at: string | null | undefined) => moment(at),
    decimal,
    bytes,
  };
}
