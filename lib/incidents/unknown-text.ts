const UNKNOWN = new Set(['', '?', '-', '--', 'n/a', 'na', 'nan', 'none', 'null', 'nil', 'unknown', 'undefined'])
const LONGEST = 9

/** Whether a trimmed cell says "not known" in one of the spellings that exports use. */
export const isUnknown = (text: string): boolean => text.length <= LONGEST && UNKNOWN.has(text.toLowerCase())
