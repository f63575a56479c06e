/** part / whole; null when the whole is 0, because an empty population is neither 0 % nor 100 %. */
export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
