import { setFlagsFromString } from 'node:v8';

/** By how much the heap may grow between two collections; V8's own measure is a doubling and more. */
const growth = 30;
let working = 0;

/**
 * Does work on many rows: they become garbage by the hundred megabytes, and are collected before they have doubled the
 * heap.
 */
export async function inSmallHeap<Result>(work: () => Promise<Result>): Promise<Result> {
  if (working++ === 0) setFlagsFromString(`--heap-growing-percent=${growth}`);
  try {
    return await work();
  } finally {
    if (--working === 0) setFlagsFromString('--heap-growing-percent=0');
  }
}
