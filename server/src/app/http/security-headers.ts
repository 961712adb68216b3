import type { FastifyHelmetOptions } from '@fastify/helmet';

/**
 * Scripts, data and frames come from the hub alone; style attributes are allowed, for tables and charts set them. No text
 * becomes markup or a script's address but through two policies: Vue's for its compiled templates, and the dashboard's own
 * (dashboard/src/app/trusted-types.ts), which knows one worker and the empty text.
 */
export function securityHeaders(secure: boolean): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['vue', 'default'],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    // Over plain http browsers ignore these and complain in the console.
    hsts: secure,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
  };
}

/** The same policy for the one page that is not the dashboard's: GraphiQL draws the schema's own descriptions as markup. */
export const withoutTrustedTypes = (policy: string): string =>
  policy
    .split(';')
    .filter(directive => !directive.includes('trusted-types'))
    .join(';');
