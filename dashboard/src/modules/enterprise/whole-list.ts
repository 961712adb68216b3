import { formatCount } from '@hexie/schema/pictures/format.ts';
import type { LocationQuery, RouteLocationRaw } from 'vue-router';

/** The way from a section of an employer's file to the whole list, narrowed to this employer; none where there is nothing. */
export const wholeList = (
  route: string,
  uscc: string,
  count: number,
  t: (key: string, values: Record<string, unknown>) => string,
  /** What the address carries along: the way back. */
  way: LocationQuery = {},
): { to: RouteLocationRaw; words: string } | undefined =>
  count
    ? {
        to: { name: route, query: { ...way, employer: uscc } },
        words: t('enterprise.all', { count: formatCount(count) }),
      }
    : undefined;
