import { shanghaiDay, type Day } from './days.ts';

/** The only source of the present; tests hand in their own. */
export interface Clock {
  now(): Date;
  today(): Day;
}

/** The machine's clock, read as a Shanghai calendar. */
export const systemClock: Clock = {
  now: () => new Date(),
  today: () => shanghaiDay(new Date()),
};
