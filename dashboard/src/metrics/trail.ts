import type { RouteLocationRaw } from 'vue-router';

/** One step of the way down, and where it leads back to. */
export interface TrailStep {
  readonly key: string;
  readonly label: string;
  readonly to: RouteLocationRaw;
}
