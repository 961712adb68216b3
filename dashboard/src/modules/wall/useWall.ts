import { WallDocument, WallViewerDocument } from '@hexie/schema/generated/documents.ts';
import { addMonths, monthEnd, monthStart } from '@hexie/schema/pictures/days.ts';
import { onBeforeUnmount, ref, shallowRef } from 'vue';
import { forgetAnswers, keepAnswer, keptAnswer, type WallAnswer } from './kept-answer.ts';
import { forgetPage, keepPage } from './kept-page.ts';
import { openLine, patience, type Told } from './wall-line.ts';

/** How long a line may be gone before the wall says so; between tries; how often a link is asked for a sign of life, and for everything. */
const times = { saying: 2_500, firstTry: 1_000, lastTry: 15_000, alive: 10_000, anew: 300_000 } as const;

/** Why a wall shows nothing: its link is over, or nobody is there who may see figures. */
export type WallEnd = 'REVOKED' | 'NOBODY';

/**
 * What a wall shows, kept up to date: asked anew when figures move and when the line is back. What it was told last stays,
 * over a restart of the hub and over a reload, while it is away too; a link that is over takes it away.
 */
export function useWall(key: string, language: string) {
  const line = openLine(language, key);
  const answer = shallowRef<WallAnswer | undefined>(keptAnswer(key, language));
  const lost = ref(false);
  const end = ref<WallEnd>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let wait: number = times.firstTry;
  let hangUp: (() => void) | undefined;
  let isKept = false;
  const later = (name: string, after: number, act: () => unknown): void => {
    clearTimeout(timers.get(name));
    if (!end.value) timers.set(name, setTimeout(() => (timers.delete(name), act()), after)); // prettier-ignore
  };

  function finish(why: WallEnd): void {
    stop();
    end.value = why;
    answer.value = undefined;
    if (!key) return;
    forgetAnswers(key);
    void forgetPage();
  }
  function missed(told: Exclude<Told<unknown>, { kind: 'ANSWER' }>): void {
    if (told.kind === 'REFUSED') return finish(key && told.code === 'UNAUTHENTICATED' ? 'REVOKED' : 'NOBODY');
    hangUp?.();
    hangUp = undefined;
    if (!lost.value && !timers.has('saying')) later('saying', times.saying, () => (lost.value = true));
    later('trying', wait, refresh);
    wait = Math.min(times.lastTry, wait * 2);
  }
  async function refresh(): Promise<void> {
    const who = await line.ask(WallViewerDocument, {});
    if (who.kind !== 'ANSWER') return missed(who);
    const { viewer } = who.data;
    if (!viewer.actions.includes('metric.read')) return finish('NOBODY');
    const from = monthStart(addMonths(viewer.today, -11));
    const [lastFrom, lastTo] = [addMonths(from, -12), monthEnd(addMonths(monthStart(viewer.today), -12))];
    const days = { at: viewer.today, from, lastFrom, lastTo };
    const told = await line.ask(WallDocument, days, patience.figures);
    if (told.kind !== 'ANSWER') return missed(told);
    answer.value = { viewer, figures: told.data, at: told.data.path.computedAt };
    keepAnswer(key, language, answer.value);
    if (key && !isKept) void keepPage();
    isKept = true;
    back();
  }
  /** The line stands: what it tells is followed, and a link gives a sign of life now and then. */
  function back(): void {
    clearTimeout(timers.get('saying'));
    timers.delete('saying');
    lost.value = false;
    wait = times.firstTry;
    hangUp ??= line.follow(
      () => later('moved', 300, refresh),
      () => later('trying', times.firstTry / 2, again),
    );
    // A session is looked at by its line alone: a page left open keeps nobody signed in.
    if (key) later('alive', times.alive, alive);
    if (key && !timers.has('anew')) later('anew', times.anew, refresh);
  }
  function again(): Promise<void> {
    hangUp?.();
    hangUp = undefined;
    return refresh();
  }
  async function alive(): Promise<void> {
    const who = await line.ask(WallViewerDocument, {});
    if (who.kind !== 'ANSWER') return missed(who);
    if (who.data.viewer.today !== answer.value?.viewer.today || lost.value) return refresh();
    back();
  }
  function stop(): void {
    hangUp?.();
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
  }
  void refresh();
  onBeforeUnmount(stop);
  return { answer, lost, end };
}
