import { computed, onBeforeUnmount, ref } from 'vue';

/** What a wall is designed for; a wall of another shape gets more room in one direction, never other proportions. */
const design = { width: 1920, height: 1080 } as const;
/** On a hand-held screen words stay as large as they are read there. */
const smallest = 0.45;
const narrowest = 900;

/** The canvas a wall is drawn on: one scale for both directions, and as many columns as its width holds. */
export function useCanvas() {
  const size = ref({ width: window.innerWidth, height: window.innerHeight });
  const follow = (): void => void (size.value = { width: window.innerWidth, height: window.innerHeight });
  window.addEventListener('resize', follow);
  onBeforeUnmount(() => window.removeEventListener('resize', follow));
  const scale = computed(() =>
    Math.max(smallest, Math.min(size.value.width / design.width, size.value.height / design.height)),
  );
  const width = computed(() => size.value.width / scale.value);
  const columns = computed(() => Math.min(3, Math.max(1, Math.floor(width.value / narrowest))));
  const style = computed(() => ({
    width: `${width.value}px`,
    height: `${size.value.height / scale.value}px`,
    transform: `scale(${scale.value})`,
  }));
  return { style, columns };
}
