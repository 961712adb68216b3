import type { ViewerQuery } from '@hexie/schema/generated/documents.ts';
import { inject, type InjectionKey, type Ref } from 'vue';

export type Viewer = ViewerQuery['viewer'];

/** Where the shell leaves the person who is signed in; pages read it, they never ask for it. */
export const viewerKey: InjectionKey<Readonly<Ref<Viewer | undefined>>> = Symbol('viewer');

/** The person who is signed in. Pages are only shown to someone, so it is always there. */
export function useViewer(): Readonly<Ref<Viewer>> {
  const viewer = inject(viewerKey);
  if (!viewer?.value) throw new Error('No viewer: the page stands outside the shell.');
  return viewer as Readonly<Ref<Viewer>>;
}
