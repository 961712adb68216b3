import { onBeforeUnmount, type Ref } from 'vue';

/**
 * A picture is drawn for the place it has on the screen. On paper it takes the width there is, in its own proportions:
 * its drawing gets the frame it was made for before the page is laid out for printing. See app/print.css.
 */
export function useOnPaper(place: Readonly<Ref<HTMLElement | null>>): void {
  const frame = (): void => {
    for (const drawing of place.value?.querySelectorAll('svg') ?? []) {
      const { width, height } = drawing.getBoundingClientRect();
      if (width && height) drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
    }
  };
  const unframe = (): void => {
    for (const drawing of place.value?.querySelectorAll('svg') ?? []) drawing.removeAttribute('viewBox');
  };
  window.addEventListener('beforeprint', frame);
  window.addEventListener('afterprint', unframe);
  onBeforeUnmount(() => {
    window.removeEventListener('beforeprint', frame);
    window.removeEventListener('afterprint', unframe);
  });
}
