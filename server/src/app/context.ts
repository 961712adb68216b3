import type { RequestContext } from '../access/request-context.ts';
import type { Services } from './services.ts';

/** The context of one GraphQL request with every service in it. */
export type Context = RequestContext<Services>;
