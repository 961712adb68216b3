/** Lets one line a second through and counts what it held back, so that a flood cannot fill the log. */
export class OncePerSecond {
  #last = -Infinity;
  #held = 0;

  /** Runs the work with the number of occasions since the last time, this one included. */
  run(work: (count: number) => void): void {
    this.#held++;
    const now = performance.now();
    if (now - this.#last < 1_000) return;
    const count = this.#held;
    this.#last = now;
    this.#held = 0;
    work(count);
  }
}
