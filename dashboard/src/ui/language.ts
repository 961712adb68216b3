import type { Language } from '@hexie/schema/pictures/frame.ts';
import type { InjectionKey } from 'vue';

/** Where the shell leaves the way to speak another language from now on. */
export const speakKey: InjectionKey<(language: Language) => Promise<void>> = Symbol('speak');
