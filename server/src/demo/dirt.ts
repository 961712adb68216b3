import { partsOf, type Day } from '../kernel/days.ts';
import type { Random } from './random.ts';
import type { Cell } from './sheet-plan.ts';

const fullWidth = (text: string): string =>
  text.replace(/\d/g, d => String.fromCharCode(d.charCodeAt(0) + 0xfee0));

/** The ways in which departments write a day; each sheet has its habit, some cells differ. */
const dayStyles: readonly ((day: Day) => Cell)[] = [
  day => new Date(`${day}T00:00:00Z`),
  day => { const [y, m, d] = partsOf(day); return `${y}-${m}-${d}`; },
  day => { const [y, m, d] = partsOf(day); return `${y}/${m}/${d}`; },
  day => { const [y, m, d] = partsOf(day); return `${y}.${m}.${d}`; },
  day => day.replaceAll('-', ''),
  day => { const [y, m, d] = partsOf(day); return `${y}年${m}月${d}日`; },
  day => { const [y, m, d] = partsOf(day); return `${String(y).slice(2)}-${m}-${d}`; },
  day => fullWidth(day),
]; // prettier-ignore

/** Writes a day in the sheet's habit, now and then in another. */
export function dayWriter(random: Random, habit: number): (day: Day | undefined) => Cell {
  return day => {
    if (!day) return random.chance(0.04) ? random.pick(['—', '/', ' ']) : null;
    return (
      dayStyles[random.chance(0.04) ? random.int(0, dayStyles.length - 1) : habit] as (day: Day) => Cell
    )(day);
  };
}

/** Writes a count: mostly a number, now and then as text, with 人, separators or full-width digits. */
export function countWriter(random: Random): (count: number) => Cell {
  return count => {
    if (!random.chance(0.03)) return count;
    const separated = String(count).replace(/\B(?=(\d{3})+$)/g, ',');
    return random.pick([String(count), `${count}人`, separated, fullWidth(String(count))]);
  };
}

/** Writes a code as typed by hand: lower case, spaces, hyphens, full-width letters, O for 0. */
export function codeWriter(random: Random): (uscc: string) => string {
  return uscc => {
    if (!random.chance(0.02)) return uscc;
    const typed = [
      uscc.toLowerCase(),
      `${uscc.slice(0, 8)} ${uscc.slice(8)}`,
      `${uscc.slice(0, 8)}-${uscc.slice(8, 17)}-${uscc.slice(17)}`,
      uscc.replace(/[A-Z]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
      uscc.replace('0', 'O'),
    ];
    return random.pick(typed);
  };
}

/** Writes a name with the spaces and brackets of another keyboard. */
export function nameWriter(random: Random): (name: string) => string {
  return name => {
    if (!random.chance(0.03)) return name;
    const brackets = name.includes('（')
      ? name.replace('（', '(').replace('）', ')')
      : `${name.slice(0, 2)} ${name.slice(2)}`;
    return random.pick([`${name} `, ` ${name}`, brackets]);
  };
}
