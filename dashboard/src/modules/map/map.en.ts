import type { SameKeys } from '../../ui/messages.ts';
import type { mapZh } from './map.zh.ts';

export const mapEn: SameKeys<typeof mapZh> = {
  menu: 'Map',
  figure: 'Which figure',
  towns: 'Choose a town',
  pick: 'Choose a town to see its industries and employers',
  spread: '{name}: {first} highest *{most}*, {last} lowest *{least}*',
  same: '{name}: every town *{value}*',
  unknown: '{name}: the towns’ figures are not complete yet',
  industries: 'Industries of {place}: {first} highest *{most}*, {last} lowest *{least}*',
  industriesSame: 'Industries of {place}: all *{value}*',
  district: 'the whole district',
  employers: '{place}: *{count}* counted',
  lacking: '{place}: *{count}* not counted',
  hint: 'Choose a town or an industry: its employers are listed here.',
  all: 'All the rows →',
};
