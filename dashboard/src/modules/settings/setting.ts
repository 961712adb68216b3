import type { SettingsQuery } from '@hexie/schema/generated/documents.ts';
import type { Language, Unit } from '@hexie/schema/pictures/frame.ts';
import catalogue from '@hexie/schema/metrics.json';

/** A setting as the page reads it. */
export type Setting = SettingsQuery['settings'][number];
export type SettingValue = Setting['value'];

/** A figure that a target can be set for: it has a better side, and its target does not follow from another's. */
export interface TargetMetric {
  readonly key: string;
  readonly name: string;
  readonly unit: Unit;
  readonly byTown: boolean;
}

/** The target of the gap is that of the certification rate. */
const derived = new Set(['certification.gap']);

/** The figures that take a target, in the order of the catalogue; known from the published catalogue, so that whoever sets targets need not read figures. */
export const targetMetrics = (language: Language): TargetMetric[] =>
  catalogue
    .filter(({ key, better }) => better !== 'NEUTRAL' && !derived.has(key))
    .map(({ key, name, unit, dimensions }) => ({
      key,
      name: name[language],
      unit: unit as Unit,
      byTown: dimensions.includes('TOWN'),
    }));

/** A point of a path as it is typed. */
export interface TypedPoint {
  day: string;
  value: string;
}

/** What stands in the hub as it is typed: percent of a rate, else the number itself. */
export const typedValue = (value: string, unit: Unit): string =>
  unit === 'RATIO' ? String(Number((Number(value) * 100).toFixed(4))) : value;

/** What was typed as the hub takes it; what is no number is handed on, for the hub says what is wrong with it. */
export function statedValue(typed: string, unit: Unit): string {
  const number = Number(typed);
  if (unit !== 'RATIO' || typed.trim() === '' || Number.isNaN(number)) return typed.trim();
  return String(Number((number / 100).toFixed(6)));
}
