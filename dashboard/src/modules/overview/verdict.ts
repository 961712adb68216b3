import type { CertificationForecastQuery } from '@hexie/schema/generated/documents.ts';

export type Forecast = CertificationForecastQuery['certificationForecast'];
export type Standing = 'none' | 'reached' | 'dated' | 'stalled';

/** The one sentence the page opens with: which of four it is. */
export function standing(forecast: Forecast | undefined): Standing {
  if (!forecast || forecast.employers === 0) return 'none';
  if (forecast.targetReached || forecast.gap === 0) return 'reached';
  return forecast.date ? 'dated' : 'stalled';
}

/** Employers above the target, once it is met. */
export const surplus = (forecast: Forecast): number =>
  Math.max(0, forecast.certified - Math.ceil(forecast.target * forecast.employers - 1e-9));

/** Net employers of the last 90 days, from the pace a day. */
export const netOf90Days = (forecast: Forecast): number => Math.round((forecast.pace ?? 0) * 90);

export type PathMessage = 'none' | 'reached' | 'falling' | 'ahead' | 'pace' | 'stalled';

/** What the certification picture says in its title. */
export function pathMessage(forecast: Forecast | undefined): PathMessage {
  const where = standing(forecast);
  if (!forecast || where === 'none') return 'none';
  const net = netOf90Days(forecast);
  if (where === 'reached') return net < 0 ? 'falling' : 'reached';
  if (net <= 0) return 'stalled';
  return forecast.paceNeeded !== null ? 'ahead' : 'pace';
}
