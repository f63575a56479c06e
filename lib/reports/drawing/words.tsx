import { Text, View } from '@react-pdf/renderer'
import type { ComponentProps } from 'react'
import { COLOURS } from './colours'
import { printable } from './printable'
import { Tagged } from './tagging'

export type TextStyle = ComponentProps<typeof View>['style']

/** Said with every text: a height is worked out from the size said beside it, and handed down in points. */
const LINES = { fontSize: 9, lineHeight: 1.35 } as const

type Props = { style?: TextStyle; children: string }

/** Any text of a document: the only door through which words reach the page. */
export const Words = ({ style = {}, children }: Props) => (
  <Text style={[LINES, style].flat()}>{printable(children)}</Text>
)

const TITLES = {
  H1: { fontSize: 16.5, fontWeight: 700, lineHeight: 1.2, letterSpacing: -0.2 },
  H2: { fontSize: 13, fontWeight: 700, lineHeight: 1.25 },
  H3: { fontSize: 10, fontWeight: 600, lineHeight: 1.3 },
} as const

type TitleProps = { level: keyof typeof TITLES; bookmark?: string; style?: TextStyle; children: string }

/** A heading, which never stands alone at the foot of a page. With `bookmark` it is in the document's outline. */
export function Title({ level, bookmark, style = {}, children }: TitleProps) {
  const outline = bookmark === undefined ? {} : { bookmark: { title: printable(bookmark), fit: false } }
  return (
    <View wrap={false} minPresenceAhead={80} {...outline}>
      <Tagged as={level}>
        <Words style={[TITLES[level], style].flat()}>{children}</Words>
      </Tagged>
    </View>
  )
}

export const Paragraph = ({ style = {}, children }: Props) => (
  <View wrap={false}>
    <Tagged as="P">
      <Words style={[{ color: COLOURS.ink2 }, style].flat()}>{children}</Words>
    </Tagged>
  </View>
)
