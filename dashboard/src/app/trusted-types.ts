/** The part of the browser's Trusted Types that is used here; not every browser has it. */
interface TrustedTypes {
  createPolicy(name: 'default', rules: Record<'createHTML' | 'createScriptURL', (text: string) => string | null>): void;
} // prettier-ignore

/** The one script that is named by an address: the worker that keeps the wall's page. */
const workers: readonly string[] = ['/wall-worker.js'];

/**
 * Text never becomes markup or a script: the charts may empty an element (`innerHTML = ''`), the wall may name its worker,
 * and everything else the browser refuses. Vue's templates have a policy of their own.
 */
(window as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', {
  createHTML: text => (text === '' ? text : null),
  createScriptURL: address => (workers.includes(address) ? address : null),
});
