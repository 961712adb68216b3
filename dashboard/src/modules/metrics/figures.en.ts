import type { SameKeys } from '../../ui/messages.ts';
import type { figuresZh } from './figures.zh.ts';

export const figuresEn: SameKeys<typeof figuresZh> = {
  menu: 'Figures',
  intro: 'Each figure is defined once, here; pages, pictures and interfaces all read the same one.',
  group: { certification: 'Certification', union: 'Unions', dispute: 'Disputes', incident: 'Incidents', contract: 'Contracts', filing: 'Filings', inspection: 'Inspection', meeting: 'Meetings', harmony: 'Overall' },
  column: { name: 'Figure', now: 'Now', status: 'Status', target: 'Target', definition: 'Definition' },
  back: 'Back to the catalogue',
  trendTitle: '{name} *{value}*',
  cutTitle: 'By {dimension}',
  cutSpread: 'By {dimension}: {first} highest {most}, {last} lowest {least}',
  cutBy: 'Group by',
  part: { title: 'What the index is made of', name: 'Part', value: 'Now', target: 'Target', points: 'Points', weight: 'Weight', left: 'no data, left out' },
  rows: {
    title: 'The rows behind {name}', fraction: '{numerator} ÷ {denominator} = {value}', which: 'Which side', inside: 'counted', outside: 'not counted', from: 'from {day}',
    sum: '{rows} rows add up to {sum} {unit}, as the numerator says ({whole} {unit})', sumOutside: '{rows} rows lack {sum} {unit}, as the figure says ({whole} {unit})',
    sumDiffers: '{rows} rows add up to {sum} {unit}; the figure says {whole} {unit}. The data is being updated, look again in a moment',
    case: 'Case or contract', day: 'Day', cause: 'Cause', employer: 'Employer', town: 'Town', industry: 'Industry', reason: 'Reason', contribution: 'Adds', lacks: 'Lacks',
    none: 'No row counts here', noneOutside: 'Nothing lacks: all are counted', noneHint: 'Loosen the filter above, or choose another day.', open: 'Rows',
  },
}; // prettier-ignore
