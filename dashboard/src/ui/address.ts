import { computed, toValue, type MaybeRefOrGetter, type WritableComputedRef } from 'vue';
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router';

/** The address bar as the memory of a page: a link is the same view, and back goes back. */
export function useAddress() {
  const route = useRoute();
  const router = useRouter();
  const read = (name: string): string => {
    const value = route.query[name];
    return typeof value === 'string' ? value : '';
  };
  /** Changes what the page asks for; another question begins at its first page. */
  function change(changes: Readonly<Record<string, string>>, keepPage = false, go = router.push): void {
    const { after: _after, before: _before, ...rest } = route.query;
    const next: LocationQueryRaw = { ...(keepPage ? route.query : rest), ...changes };
    void go({ query: Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')) });
  }
  const word = (name: string, keepPage = false): WritableComputedRef<string> =>
    computed({ get: () => read(name), set: value => change({ [name]: value }, keepPage) });
  /** One of a few words, the first unless the address says another. Where a choice is `passing`, back does not return to it. */
  const choice = <Word extends string>(
    name: string,
    words: MaybeRefOrGetter<readonly Word[]>,
    passing = false,
  ): WritableComputedRef<Word> =>
    computed({
      get: () => {
        const [first, ...others] = toValue(words);
        return others.find(one => one.toLowerCase() === read(name).toLowerCase()) ?? (first as Word);
      },
      set: word => {
        const said = word === toValue(words)[0] ? '' : word.toLowerCase();
        change({ [name]: said }, true, passing ? router.replace : router.push);
      },
    });
  const clear = (): void => void router.push({ query: {} });
  return { read, change, word, choice, clear };
}
