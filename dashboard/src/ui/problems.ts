import type { ComputedRef, InjectionKey } from 'vue';

/** Where a form leaves what is wrong with each of its fields; the fields read it. */
export const problemsKey: InjectionKey<ComputedRef<Readonly<Record<string, string>>>> = Symbol('problems');
