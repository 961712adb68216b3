/**
 * An endless sequence that ends when its consumer goes: a generator that waits can be told to stop only by a signal, for
 * its own `return` waits until it yields again. The signal aborts with `return`; what the waiting throws then is its end.
 */
export function untilReturned<Value>(
  make: (signal: AbortSignal) => AsyncGenerator<Value, void, undefined>,
): AsyncGenerator<Value, void, undefined> {
  const stop = new AbortController();
  const inner = make(stop.signal);
  const end: IteratorResult<Value, void> = { done: true, value: undefined };
  const over = async (): Promise<IteratorResult<Value, void>> => {
    stop.abort();
    await inner.return();
    return end;
  };
  return {
    next: () =>
      inner.next().catch((error: unknown) => {
        if (stop.signal.aborted) return end;
        throw error;
      }),
    return: over,
    throw: over,
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => void (await over()),
  };
}
