import { DomainError } from '../../kernel/errors.ts';

/** Streams that one caller, and all together, may keep open. */
const most = { each: 20, all: 1_000 };
/** A revoked token or an ended session holds within two seconds here too: whoever asks is believed for one of them. */
const beat = 900;
/** A reader that takes nothing for so long is cut off, so that nothing piles up for it. */
const patience = 30_000;

/** What the guard asks of an open stream. */
export interface GuardedStream {
  readonly actor: string;
  /** Whether whoever opened it may still have it. */
  permitted(): Promise<boolean>;
  /** Whether its reader has yet to take what was sent. */
  stalled(): boolean;
  end(): void;
}

/** Watches open streams: how many there are, whether their readers are still who they were, and that none piles up. */
export class StreamGuard {
  readonly #open = new Map<GuardedStream, { timer: NodeJS.Timeout; stalledFor: number }>();

  /** Refuses one stream too many. */
  demandRoom(actor: string): void {
    const own = [...this.#open.keys()].filter(stream => stream.actor === actor).length;
    if (own < most.each && this.#open.size < most.all) return;
    throw new DomainError('RATE_LIMITED', {
      zh: '同时打开的订阅过多，请先关闭不用的页面。',
      en: 'Too many streams are open; close those that are not needed.',
    });
  }

  /** Watches a stream until the returned function is called; while it was prepared others may have taken its room. */
  watch(stream: GuardedStream): () => void {
    try {
      this.demandRoom(stream.actor);
    } catch (refusal) {
      stream.end();
      throw refusal;
    }
    const state = { timer: setInterval(() => void this.#look(stream), beat).unref(), stalledFor: 0 };
    this.#open.set(stream, state);
    return () => {
      clearInterval(state.timer);
      this.#open.delete(stream);
    };
  }

  async #look(stream: GuardedStream): Promise<void> {
    const state = this.#open.get(stream);
    if (!state) return;
    state.stalledFor = stream.stalled() ? state.stalledFor + beat : 0;
    if (state.stalledFor > patience || !(await stream.permitted())) stream.end();
  }

  /** The hub stops: every stream ends, so that nobody waits for it. */
  endAll(): void {
    for (const stream of this.#open.keys()) stream.end();
  }
}
