/** Work of one kind goes one after the other in this process: whoever waits holds no connection that others need. */
export class Turns {
  readonly #last = new WeakMap<object, Promise<unknown>>();

  /** Does the work when everything asked for before it on the same thing is over. */
  take<Result>(thing: object, work: () => Promise<Result>): Promise<Result> {
    const turn = (this.#last.get(thing) ?? Promise.resolve()).then(work);
    this.#last.set(
      thing,
      turn.catch(() => undefined),
    );
    return turn;
  }
}
