import type { Viewer } from '../access/viewer.ts';
import { shanghaiDay, type Day } from '../kernel/days.ts';

/** Who reads, as of which day and knowledge: the same for every part of one root field. */
export interface ReadRequest {
  readonly viewer: Viewer;
  readonly today: Day;
  /** What the hub knew at this moment; null reads the present. */
  readonly asKnownAt: Date | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The day that "now" means: today, or an earlier day whose knowledge is asked for. */
export function dayOfReading(request: ReadRequest): Day {
  if (!request.asKnownAt) return request.today;
  const then = shanghaiDay(request.asKnownAt);
  return then < request.today ? then : request.today;
}
