import { readonly, ref, shallowRef } from 'vue';

const asking = ref(false);
const waiting = shallowRef<(proven: boolean) => void>();

/** Whether somebody is being asked to prove the second factor; the shell shows the dialog. */
export const askedToProve = readonly(asking);

/** Asks for the second factor; true once it is proven, false where it is given up. A second asker waits for the same answer. */
export function proveAgain(): Promise<boolean> {
  asking.value = true;
  return new Promise(resolve => {
    const earlier = waiting.value;
    waiting.value = proven => {
      earlier?.(proven);
      resolve(proven);
    };
  });
}

/** Ends the asking, either way. */
export function settleProof(proven: boolean): void {
  asking.value = false;
  waiting.value?.(proven);
  waiting.value = undefined;
}
