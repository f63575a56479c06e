import { Font } from '@react-pdf/renderer'

const WEIGHTS = [400, 600, 700] as const
/** In the order in which they are asked for a letter. */
const SUBSETS = ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'] as const

const familyOf = (subset: string): string => `Inter ${subset}`

/** Every family text is set in; a letter is taken from the first that draws it. */
export const FAMILIES: string[] = SUBSETS.map(familyOf)

let registered: string | null = null

/** Makes the fonts known once a process. `folder` holds the WOFF files of the package @fontsource/inter. */
export function registerFonts(folder: string): void {
  if (registered === folder) return
  for (const subset of SUBSETS) {
    const fonts = WEIGHTS.map((fontWeight) => ({
      src: `${folder}/inter-${subset}-${fontWeight}-normal.woff`,
      fontWeight,
      fontStyle: 'normal' as const,
    }))
    Font.register({ family: familyOf(subset), fonts })
  }
  Font.registerHyphenationCallback(parts)
  registered = folder
}

const LONGEST = 48

/** Words are never hyphenated; only what could leave its column, such as an address or a hash, may break anywhere. */
const parts = (word: string): string[] => {
  if (word.length <= LONGEST) return [word]
  return word.match(/.{1,8}/gu) ?? [word]
}
