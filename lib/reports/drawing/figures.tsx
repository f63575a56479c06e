import { View } from '@react-pdf/renderer'
import { TrendPlot } from '../charts/trend'
import type { Figure, FiguresBlock } from '../report'
import { COLOURS, toneColour } from './colours'
import { Tagged } from './tagging'
import { Words } from './words'

const NOTE = { fontSize: 7, lineHeight: 1.35, color: COLOURS.ink2 } as const

const One = ({ label, value, claimed, tone, note, footnotes, line }: Figure) => (
  <View
    style={{
      flexGrow: 1,
      flexBasis: 0,
      borderWidth: 0.6,
      borderColor: COLOURS.line,
      borderRadius: 4,
      padding: 7,
    }}
  >
    <Tagged as="P">
      <Words style={{ fontSize: 7.4, fontWeight: 600, color: COLOURS.ink2 }}>{label}</Words>
      <Words
        style={{
          fontSize: claimed ? 16 : 10.5,
          fontWeight: 700,
          lineHeight: 1.25,
          marginVertical: claimed ? 1 : 4,
          color: toneColour(tone),
        }}
      >
        {value}
      </Words>
      <Words style={NOTE}>{note}</Words>
      {footnotes.map((text) => (
        <Words key={text} style={{ ...NOTE, color: COLOURS.ink3, fontSize: 6.6 }}>
          {text}
        </Words>
      ))}
    </Tagged>
    {line?.points.some(({ value: known }) => known !== null) ? (
      <View style={{ marginTop: 'auto', paddingTop: 5 }}>
        <TrendPlot line={line} width={105} height={26} />
      </View>
    ) : null}
  </View>
)

/** Figures side by side; a claim that was refused is small and says so in words. */
export const Figures = ({ figures }: FiguresBlock) => (
  <View wrap={false} style={{ flexDirection: 'row', columnGap: 7 }}>
    {figures.map((figure) => (
      <One key={figure.label} {...figure} />
    ))}
  </View>
)
