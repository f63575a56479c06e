/** A hex digest for reading, first four and last two: `9f2c…41`. The whole one belongs in a title or a copy button. */
export const shortDigest = (hex: string): string => (hex.length <= 8 ? hex : `${hex.slice(0, 4)}…${hex.slice(-2)}`)
