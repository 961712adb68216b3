/** The language a picture is labelled in. */
export type Language = 'zh' | 'en';
export type ThemeName = 'light' | 'dark';

/** What a picture must know of the place it hangs in. */
export interface Frame {
  readonly language: Language;
  readonly theme: ThemeName;
  /** Narrow pictures (a phone, a small tile) drop what they have no room for. */
  readonly narrow?: boolean;
  /** What a period of the answer is; a month unless said otherwise. */
  readonly grain?: Grain | undefined;
}

/** How long the periods of an answer are. */
export type Grain = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

export type Unit = 'RATIO' | 'COUNT' | 'PERSONS' | 'YUAN' | 'DAYS' | 'INDEX' | 'PER_100';
export type Better = 'HIGHER' | 'LOWER' | 'NEUTRAL';
export type Status = 'MET' | 'NEAR' | 'MISSED' | 'NONE';

/** The part of a metric's answer that pictures read; GraphQL's and the engine's answers both fit. */
export interface PictureAnswer {
  readonly metric: {
    readonly key: string;
    readonly name: string;
    readonly unit: Unit;
    readonly better: Better;
  };
  readonly points: readonly PicturePoint[];
}

export interface PicturePoint {
  readonly period?: string | null | undefined;
  readonly cuts: readonly { readonly dimension: string; readonly key: string; readonly label: string }[];
  readonly value: PictureFigure;
}

export interface PictureFigure {
  readonly value?: number | null | undefined;
  readonly numerator?: number | null | undefined;
  readonly denominator?: number | null | undefined;
  readonly target?: number | null | undefined;
  readonly status?: Status | null | undefined;
  readonly suppressed?: boolean;
  /** The same figure a year earlier. */
  readonly lastYear?: number | null | undefined;
  /** What still lacks to the target, in the things the numerator counts; null without a target. */
  readonly gap?: number | null | undefined;
}
