import type { RouteLocationRaw } from 'vue-router';

/** A line of a short list: a name that leads on, what is said of it, and the figure that matters at the end. */
export interface NamedRow {
  readonly key: string | number;
  readonly name: string;
  readonly to?: RouteLocationRaw | undefined;
  readonly about?: string;
  readonly figure?: string;
  readonly tone?: string;
}
