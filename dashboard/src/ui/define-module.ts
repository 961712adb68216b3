import type { RouteRecordRaw } from 'vue-router';
import type { Texts } from './messages.ts';

/** One room of the dashboard: its pages, its place in the menu, the action a viewer needs, its texts. */
export interface HubModule {
  readonly id: string;
  /** Where it stands in the menu; without one it is reached by links only. */
  readonly menu?: { readonly route: string };
  /** The module under whose word of the menu it stands, if it has none of its own. */
  readonly under?: string;
  /** The action the viewer needs; without one every signed-in person may enter. */
  readonly needs?: string;
  /** Roles that may act so and yet have nothing to see here: their figures are of another family. */
  readonly except?: readonly string[];
  readonly routes: readonly RouteRecordRaw[];
  readonly texts: Texts;
}

/** Declares a module; listed in modules/index.ts, run by the router and the menu. */
export const defineModule = (module: HubModule): HubModule => module;
