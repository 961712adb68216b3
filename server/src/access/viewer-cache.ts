import type { Language, Viewer } from './viewer.ts';

/** Who asks, once for each language that may be asked in. */
export type ViewerInEveryLanguage = Readonly<Record<Language, Viewer>>;

interface Entry {
  readonly until: number;
  readonly viewer: Promise<ViewerInEveryLanguage | undefined>;
}

/** Half of the two seconds within which a revocation must hold. */
const believedFor = 1_000;
const most = 10_000;

/** Looks a viewer up once a second however many requests arrive; keys are hashes of what was shown. */
export class ViewerCache {
  readonly #entries = new Map<string, Entry>();

  get(
    key: string,
    load: () => Promise<ViewerInEveryLanguage | undefined>,
  ): Promise<ViewerInEveryLanguage | undefined> {
    const now = performance.now();
    const known = this.#entries.get(key);
    if (known && known.until > now) return known.viewer;
    if (this.#entries.size >= most) this.#entries.clear();
    const viewer = load();
    this.#entries.set(key, { until: now + believedFor, viewer });
    // Neither a stranger nor a failure is remembered.
    viewer.then(
      found => found ?? this.#entries.delete(key),
      () => this.#entries.delete(key),
    );
    return viewer;
  }

  /** Forgets one. */
  drop(key: string): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }
}
