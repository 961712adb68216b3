import { isDay } from '../../kernel/days.ts';
import { daySerial } from '../cells/serials.ts';
import type { Cell } from './cell.ts';
import type { Attributes } from './xml.ts';

/** What an OpenDocument cell says: its attributes, and its text as it is shown. */
export interface OdsCell {
  readonly attributes: Attributes;
  readonly shown: string;
  readonly epoch1904: boolean;
}

/** Turns an OpenDocument cell into the cell that the same content would be in any other workbook. */
export function cellOf({ attributes, shown, epoch1904 }: OdsCell): Cell | undefined {
  const formula = attributes['formula'] !== undefined;
  const kind = attributes['office:value-type'] ?? attributes['value-type'];
  const error = attributes['calcext:value-type'] === 'error';
  if (error || (formula && isErrorShown(shown))) return { kind: 'ERROR', text: shown.trim() || '#ERROR' };
  switch (kind) {
    case 'float':
    case 'currency':
    case 'percentage':
      return numberCell(attributes['value'] ?? '', kind === 'percentage', shown);
    case 'date':
      return dateCell(attributes['date-value'] ?? '', shown, epoch1904);
    case 'time':
      return timeCell(attributes['time-value'] ?? '', shown);
    case 'boolean':
      return { kind: 'BOOLEAN', value: attributes['boolean-value'] === 'true' };
    case undefined:
      return formula && shown === '' ? { kind: 'UNSOLVED' } : textCell(shown);
    default:
      return textCell(attributes['string-value'] ?? shown);
  }
}

/** Older writers tell an error by its words only; a formula cannot otherwise give them. */
const isErrorShown = (shown: string): boolean =>
  /^\s*(?:#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)|(?:Err|错误)[:：]\d{3})\s*$/i.test(shown);

const textCell = (text: string): Cell | undefined =>
  text.trim() === '' ? undefined : { kind: 'TEXT', text };

function numberCell(text: string, percent: boolean, shown: string): Cell | undefined {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return textCell(text.trim() === '' ? shown : text);
  // The number format lies in the styles; what it makes of the number stands in the cell itself.
  const decimals = /^-?[\d,]+\.(\d+)%?$/.exec(shown.trim())?.[1]?.length ?? null;
  return { kind: 'NUMBER', value, text: text.trim(), shows: percent ? 'PERCENT' : 'NUMBER', decimals };
}

/** A date is written out; it becomes the serial of the same day. One that no calendar has stays text. */
function dateCell(text: string, shown: string, epoch1904: boolean): Cell | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}):(\d{2}(?:\.\d+)?))?$/.exec(text.trim());
  const [, day = '', hour = 0, minute = 0, second = 0] = match ?? [];
  if (!isDay(day)) return textCell(text.trim() === '' ? shown : text);
  const time = (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
  const value = daySerial(day, epoch1904) + time;
  return { kind: 'NUMBER', value, text: String(value), shows: 'DATE', decimals: null };
}

function timeCell(text: string, shown: string): Cell | undefined {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?$/.exec(text.trim());
  if (!match) return textCell(shown);
  const [, hour = 0, minute = 0, second = '0'] = match;
  const value = (Number(hour) * 3600 + Number(minute) * 60 + Number(second.replace(',', '.'))) / 86_400;
  return { kind: 'NUMBER', value, text: String(value), shows: 'DATE', decimals: null };
}
