import type { Viewer } from '../access/viewer.ts';
import { shanghaiDay, type Day } from '../kernel/days.ts';
import type { Known } from '../kernel/known.ts';

/** Who reads, as of which day and knowledge: the same for every part of one root field. */
export interface ReadRequest {
  readonly viewer: Viewer;
  readonly today: Day;
  /** What the hub knew at this moment; null reads the present. */
  readonly known: Known | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The day that "now" means: today, or an earlier day whose knowledge is asked for. */
export function dayOfReading(request: ReadRequest): Day {
  if (!request.known) return request.today;
  const then = shanghaiDay(request.known.at);
  return then < request.today ? then : request.today;
}
