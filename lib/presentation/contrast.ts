/** A part of a colour as light, WCAG 2.2 relative luminance. */
const light = (part: number): number => {
  const share = part / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/** Contrast of text in this colour (`#rrggbb`) on white paper, 1 to 21, by WCAG 2.2. */
export function contrastOnWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => light(Number.parseInt(colour.slice(at, at + 2), 16)))
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

/** What text needs to be read by everybody, WCAG 2.2 AA. */
export const READABLE_CONTRAST = 4.5
