/** Sheets that the hub itself puts beside a form; they come back with it and say nothing. */
export const ownSheets = { notes: '填报说明', choices: '选项' } as const;

/** Whether a sheet is one of the hub's own beside a form. */
export const isOwnSheet = (name: string): boolean => (Object.values(ownSheets) as string[]).includes(name);
