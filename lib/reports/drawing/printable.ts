/** Code points that every weight of the embedded fonts draws, as first and last of each stretch (Inter 4, static WOFF). */
const DRAWN =
  '20-7e a0-ac ae-148 14a-1c3 1c5-254 256-27b 27e-284 286-290 292-2a4 2a6-2cc 2ce-2d7 2da 2dc-2ff 374-376 37a-37f 384-38a 38c 38e-3a1 3a3-3d7 3dc-3dd 3f0-3f6 3f9-3fa 3fc-479 480-482 48a-49d 4a0-4ff 1e00-1e9b 1e9d-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2013-2014 2018-201a 201c-201e 2020 2022 2026 2032-2033 2039-203a 2044 20a0-20af 20b1-20b5 20b8-20ba 20bc-20bf 2113 2116 2122 2191 2193 2212'
    .split(' ')
    .map((stretch) => stretch.split('-').map((point) => Number.parseInt(point, 16)))
    .map(([from = 0, to = from]) => [from, to] as const)

/** Signs that reports use or receive and the fonts lack, in characters that mean the same. */
const INSTEAD: Readonly<Record<string, string>> = {
  '→': '->',
  '←': '<-',
  '↔': '<->',
  '⇒': '=>',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '≈': '~',
  '‑': '-',
  '‐': '-',
  '―': '—',
  '‒': '–',
  '√': 'v',
  '✓': 'yes',
  '✔': 'yes',
  '✗': 'no',
  '✘': 'no',
  '‰': ' per mille',
  '\t': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2009': ' ',
  '\u200a': ' ',
  '\u202f': '\u00a0',
}
/** Marks of no width that only direct how text is laid out. */
const SILENT = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|[\ufe00-\ufe0f]/u

const isDrawn = (point: number): boolean => DRAWN.some(([from, to]) => point >= from && point <= to)
const areDrawn = (text: string): boolean => [...text].every((sign) => isDrawn(sign.codePointAt(0) ?? 0))

/**
 * Text as the embedded fonts can draw it, so that nothing of it is left blank: composed (NFC), signs the fonts lack as
 * others of the same meaning, compatibility forms opened (NFKC), and whatever is left by its code point, `[U+6F22]`.
 */
export function printable(text: string): string {
  return [...text.normalize('NFC')].map((sign) => (isDrawn(sign.codePointAt(0) ?? 0) ? sign : replaced(sign))).join('')
}

function replaced(sign: string): string {
  if (sign === '\n') return sign
  if (SILENT.test(sign)) return ''
  const known = INSTEAD[sign]
  if (known !== undefined) return known
  const open = sign.normalize('NFKC')
  if (areDrawn(open)) return open
  return `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
}
