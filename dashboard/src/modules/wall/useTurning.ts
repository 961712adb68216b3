import { computed, onBeforeUnmount, ref, type ComputedRef } from 'vue';

/** How long a screen stays. */
const stay = 30_000;

/** Turns slowly through screens; space pauses, the arrows turn by hand. */
export function useTurning(count: ComputedRef<number>) {
  const turned = ref(0);
  const paused = ref(false);
  let timer: ReturnType<typeof setTimeout>;
  const wind = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => (paused.value ? wind() : turn(1)), stay);
  };
  function turn(by: number): void {
    turned.value += by;
    wind();
  }
  const toggle = (): void => void (paused.value = !paused.value);
  function onKey(event: KeyboardEvent): void {
    if (event.target instanceof HTMLButtonElement && event.key === ' ') return;
    if (event.key === ' ') toggle();
    else if (event.key === 'ArrowRight') turn(1);
    else if (event.key === 'ArrowLeft') turn(-1);
    else return;
    event.preventDefault();
  }
  window.addEventListener('keydown', onKey);
  wind();
  onBeforeUnmount(() => {
    clearTimeout(timer);
    window.removeEventListener('keydown', onKey);
  });
  const index = computed(() => {
    const n = Math.max(1, count.value);
    return ((turned.value % n) + n) % n;
  });
  return { index, paused, toggle };
}
