import type { Day } from '../../kernel/days.ts';
import { DomainError } from '../../kernel/errors.ts';
import { notNow } from '../access-act.ts';
import { roleNames } from '../roles.ts';
import type { Term } from './term-rules.ts';

const until = (day: Day | null) =>
  day === null ? { zh: '', en: '' } : { zh: `至 ${day}`, en: ` to ${day}` };

/** A later term stands in the way: it was promised by an act of its own, and is taken back by one. */
export const promisedAlready = ({ role, startsOn, endsOn }: Term): DomainError =>
  notNow({
    zh: `该用户已被授予自 ${startsOn} ${until(endsOn).zh}的角色：${roleNames[role].zh}。请先撤销该任期，或缩短新任期。`,
    en: `The person has been given the role ${role} from ${startsOn}${until(endsOn).en}: take that back first, or let the new term end before.`,
  });

/** The successor has an office of their own on those days. */
export const holdsThen = ({ role, startsOn, endsOn }: Term): DomainError =>
  notNow({
    zh: `接任人届时另有角色：${roleNames[role].zh}（自 ${startsOn} ${until(endsOn).zh}）。一人同时只能担任一个角色，请先终止或移交该角色。`,
    en: `The successor holds the role ${role} then (from ${startsOn}${until(endsOn).en}). Nobody holds two at a time: end it or hand it over first.`,
  });

/** The office has passed on: its end is the successor's beginning. */
export const handedOverAlready = (): DomainError =>
  notNow({
    zh: '该角色已移交；如需更改，请对接任人的任期进行操作。',
    en: "The role has been handed over already; what is to change is the successor's term.",
  });

/** Nothing is left of the term. */
export const over = (): DomainError => notNow({ zh: '该任期已结束。', en: 'The term is over.' });

/** A day that is none, or lies outside what the term allows. */
export function wrongDay(field: string, from: Day, to: Day | null): DomainError {
  if (to !== null && to < from) {
    return DomainError.badInput(field, {
      zh: '该任期已届截止日，无法再缩短；如需立即终止，请不填日期。',
      en: 'The term is in its last day and cannot be shortened; to end it at once, name no day.',
    });
  }
  return DomainError.badInput(field, {
    zh: to === null ? `日期不得早于 ${from}。` : `日期应在 ${from} 至 ${to} 之间。`,
    en: to === null ? `The day must not be before ${from}.` : `The day must lie between ${from} and ${to}.`,
  });
}
