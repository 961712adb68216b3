import type { Language, Viewer } from './viewer.ts';

/** What every resolver gets; it names the services it uses, app/context.ts hands in all of them. */
export interface RequestContext<Services = unknown> {
  readonly viewer: Viewer;
  readonly language: Language;
  readonly services: Services;
  /** Lives as long as the request. */
  readonly cache: Map<string, unknown>;
  /** The request's id, as in X-Request-Id and the log. */
  readonly requestId: string;
}
