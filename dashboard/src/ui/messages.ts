/** The shape of a set of texts: the same keys in every language, so that a missing translation does not compile. */
export type SameKeys<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : SameKeys<Texts[Key]>;
};

/** The texts of one part of the dashboard in both languages. */
export interface Texts {
  readonly zh: object;
  readonly en: object;
}
