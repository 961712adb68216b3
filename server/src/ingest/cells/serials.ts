import { addDays, daysBetween, type Day } from '../../kernel/days.ts';

const lastSerial = 2_958_465; // 9999-12-31

/** The day of a spreadsheet serial, or undefined where there is none (the invented 29 February 1900 included). */
export function serialDay(serial: number, epoch1904: boolean): Day | undefined {
  const whole = Math.floor(serial + 0.5 / 86_400); // a midnight stored a hair too low
  if (!Number.isFinite(serial) || whole > lastSerial) return undefined;
  if (epoch1904) return whole < 0 ? undefined : addDays('1904-01-01', whole);
  if (whole < 1 || whole === 60) return undefined;
  return addDays(whole < 60 ? '1899-12-31' : '1899-12-30', whole);
}

/** The serial as text: the ISO day, with the time of day if it has one; only a time below 1. */
export function serialMoment(serial: number, epoch1904: boolean): string | undefined {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400) % 86_400;
  const time = [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map(n => String(Math.floor(n)).padStart(2, '0'))
    .join(':');
  const day = serialDay(serial, epoch1904);
  if (day === undefined) return undefined;
  return seconds === 0 ? day : `${day} ${time}`;
}

/** The serial of a day: what `serialDay` takes back. */
export function daySerial(day: Day, epoch1904: boolean): number {
  if (epoch1904) return daysBetween('1904-01-01', day);
  const serial = daysBetween('1899-12-30', day);
  return serial > 60 ? serial : serial - 1;
}
