/** For so many days a sender may fetch what was rejected, and a preview is kept. */
export const keptDays = 30;

const keptFor = keptDays * 24 * 60 * 60_000;

/** Whether what was rejected of an import that ended then is still kept. */
export const isKept = (finishedAt: Date, now: Date): boolean =>
  now.getTime() - finishedAt.getTime() <= keptFor;

/** What ended before this moment is kept no longer. */
export const keptSince = (now: Date): Date => new Date(now.getTime() - keptFor);
