import type { CertificationForecastQuery } from '@hexie/schema/generated/documents.ts';

export type Forecast = CertificationForecastQuery['certificationForecast'];
export type Standing = 'none' | 'reached' | 'dated' | 'stalled';

/** The one sentence the page opens with: which of four it is. */
export function standing(forecast: Forecast | undefined): Standing {
  if (!forecast || forecast.rate === null) return 'none';
  if (forecast.targetReached) return 'reached';
  return forecast.date ? 'dated' : 'stalled';
}

export type PathMessage = 'none' | 'reached' | 'falling' | 'ahead' | 'pace' | 'stalled';

/** What the certification picture says in its title. */
export function pathMessage(forecast: Forecast | undefined): PathMessage {
  const where = standing(forecast);
  if (!forecast || where === 'none') return 'none';
  const net = forecast.net ?? 0;
  if (where === 'reached') return net < 0 ? 'falling' : 'reached';
  if (net <= 0) return 'stalled';
  return forecast.weeklyNeeded !== null ? 'ahead' : 'pace';
}
