import { SetLanguageDocument, ViewerDocument } from '@hexie/schema/generated/documents.ts';
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { Viewer } from '../metrics/viewer.ts';
import { connectToHub } from './graphql.ts';
import { chooseLanguage, chosenLanguage, i18n, isLanguage, type Language } from './i18n.ts';

/** Who is signed in, and the connection on their behalf. */
export const useSession = defineStore('session', () => {
  const viewer = shallowRef<Viewer>();
  const failed = ref(false);
  const connection = computed(() => connectToHub(i18n.global.locale.value, signInAgain));
  const client = computed(() => connection.value.client);
  const ask = () => client.value.query(ViewerDocument, {}, { requestPolicy: 'network-only' }).toPromise();

  /** Asks the hub who this is. */
  async function load(): Promise<void> {
    const { data, error } = await ask();
    viewer.value = data?.viewer;
    failed.value = !!error;
    const own = data?.viewer.preferredLanguage;
    // A browser that has never been told speaks the language of the account.
    if (signedIn.value && own && isLanguage(own) && !chosenLanguage()) chooseLanguage(own);
  }

  /** Speaks a language from now on, here and wherever else the account signs in. */
  async function speak(language: Language): Promise<void> {
    const { client } = connection.value;
    chooseLanguage(language);
    if (may('account.write')) await client.mutation(SetLanguageDocument, { input: { language } }).toPromise();
  }

  /** Asks anew for whatever stands on the page, and what figures are counted over; without an answer all stays as it is. */
  function askAgain(): void {
    connection.value.askAgain();
    void ask().then(({ data }) => (viewer.value = data?.viewer ?? viewer.value));
  }

  /** Ends the session; a fresh page holds nothing of it. */
  async function signOut(): Promise<void> {
    await fetch('/api/session', { method: 'DELETE', credentials: 'same-origin' });
    window.location.assign('/sign-in');
  }

  const signedIn = computed(() => !!viewer.value && viewer.value.kind !== 'ANONYMOUS');
  const may = (action: string | undefined): boolean => !action || !!viewer.value?.actions.includes(action);
  /** Whether a room, or one of its pages, has something for the viewer. */
  const enters = ({ needs, except }: { needs?: string; except?: readonly string[] }): boolean =>
    may(needs) && !except?.includes(viewer.value?.role ?? '');
  return { viewer, failed, client, askAgain, signedIn, may, enters, load, speak, signOut };
});

/** A session that has ended leads to the door, and from there back to where its owner was. */
function signInAgain(): void {
  const { pathname, search } = window.location;
  if (pathname !== '/sign-in')
    window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}
