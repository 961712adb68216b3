import type { SameKeys } from '../ui/messages.ts';
import type { twoDatesZh, viewsZh } from './views.zh.ts';

/** Words of saved views. */
export const viewsEn: SameKeys<typeof viewsZh> = {
  save: 'Save view',
  saveHint: 'Only the address is kept: whoever opens it sees what they may see.',
  name: 'Name',
  shared: 'Share with everybody',
  saved: 'Saved "{name}"',
  copy: 'Copy link',
  title: 'Saved views',
  mine: 'Mine',
  others: 'Shared by others',
  by: '{who} · {at}',
  rename: 'Rename',
  remove: 'Delete',
  removeAsk: 'Delete "{name}"? Links elsewhere still open that page.',
  none: 'No saved view yet',
  noneHint: 'Press "Save view" beside the filter of any page, and it stands here.',
  all: 'All views →',
};

/** Words of two days, or two periods, side by side. */
export const twoDatesEn: SameKeys<typeof twoDatesZh> = {
  choose: 'Compare with another day',
  with: 'with',
  end: 'Stop comparing',
  title: '{name}: *{before}* → *{now}*',
  moved: '{name}: *{before}* → *{now}*, {change}',
  day: '{vs} and {at} side by side',
  period: '{vsFrom} to {vs}, and {from} to {to}',
  group: 'Group',
  whole: 'Total',
  change: 'Change',
  who: 'Which employers make the difference',
  whoHint: 'What each adds or takes away makes up the change above.',
  side: { ENTERED: 'entered', LEFT: 'left', CHANGED: 'changed' },
  part: { NUMERATOR: 'Numerator', DENOMINATOR: 'Denominator' },
  sides: '{part}: {count} {side} ({difference})',
  none: 'No employer differs between the two days',
  noneHint: 'Choose another day, or loosen the filter above.',
  employer: 'Employer',
  town: 'Town',
  what: 'What',
  why: 'Why',
  before: 'Before: {reason}',
  difference: 'Difference',
  more: '{count} more',
};
