import { Line, Rect, Svg, View } from '@react-pdf/renderer'
import { COLOURS } from '../drawing/colours'
import { printable } from '../drawing/printable'
import { Tagged } from '../drawing/tagging'
import { Words } from '../drawing/words'
import type { Spread, SpreadBlock, SpreadRow } from '../report'

const WIDTH = 190
const HEIGHT = 18

type BarProps = { spread: Spread; most: number; y: number; colour: string }

function Bar({ spread, most, y, colour }: BarProps) {
  if (spread === null) return null
  const place = (value: number): number => (most <= 0 ? 0 : (Math.min(value, most) / most) * (WIDTH - 4)) + 2
  const [from, to] = [place(spread.from), place(spread.to)]
  return (
    <>
      <Rect x={from} y={y - 2} width={Math.max(1, to - from)} height={4} fill={colour} fillOpacity={0.35} />
      {spread.level === null ? null : (
        <Line
          x1={place(spread.level)}
          x2={place(spread.level)}
          y1={y - 4}
          y2={y + 4}
          stroke={colour}
          strokeWidth={1.6}
        />
      )}
    </>
  )
}

const Row = ({ label, before, after, most, text, unit }: SpreadRow) => (
  <View wrap={false} style={{ flexDirection: 'row', alignItems: 'center', columnGap: 8, paddingVertical: 2 }}>
    <View style={{ width: 116 }}>
      <Words style={{ fontSize: 8, fontWeight: 600 }}>{label}</Words>
      <Words style={{ fontSize: 6.6, color: COLOURS.ink3 }}>{unit}</Words>
    </View>
    <Tagged as="Figure" alt={printable(`${label}: ${text}`)}>
      <Svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <Line x1={0} x2={WIDTH} y1={HEIGHT - 0.4} y2={HEIGHT - 0.4} stroke={COLOURS.line} strokeWidth={0.6} />
        <Bar spread={before} most={most} y={5} colour={COLOURS.ink3} />
        <Bar spread={after} most={most} y={13} colour={COLOURS.accent} />
      </Svg>
    </Tagged>
    <View style={{ flexGrow: 1, flexBasis: 0 }}>
      <Words style={{ fontSize: 7.2, color: COLOURS.ink2 }}>{text}</Words>
    </View>
  </View>
)

/** From the lowest to the highest month, before in grey and after in colour, with a stroke at the level. */
export const Spreads = ({ rows }: SpreadBlock) => (
  <View>
    {rows.map((row) => (
      <Row key={row.label} {...row} />
    ))}
  </View>
)
