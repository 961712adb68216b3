/** Which sentence heads a short list: its name until the count is known, then how many there are, or that there are none. */
export const howMany = (count: number | undefined): 'name' | 'some' | 'none' =>
  count === undefined ? 'name' : count ? 'some' : 'none';
