import { Line, Rect, Svg, View } from '@react-pdf/renderer'
import type { OperationState } from '@/lib/model/requirement-operation'
import { COLOURS, toneColour } from '../drawing/colours'
import { Words } from '../drawing/words'

const LOOKS: Record<OperationState, { fill: string; edge: string; dashed: boolean }> = {
  held: { fill: '#4d9a92', edge: '#4d9a92', dashed: false },
  failed: { fill: toneColour('bad'), edge: toneColour('bad'), dashed: false },
  unknown: { fill: COLOURS.lineStrong, edge: COLOURS.ink3, dashed: false },
  missing: { fill: COLOURS.white, edge: COLOURS.ink3, dashed: true },
}

const WIDEST = 13
/** What a column of a table has room for. */
const ROOM = 86
const HEIGHT = 8

/** A quarter's square: filled, crossed when it failed, grey when nobody could tell, empty when nobody looked. */
function Square({ state, x, cell }: { state: OperationState; x: number; cell: number }) {
  const { fill, edge, dashed } = LOOKS[state]
  return (
    <>
      <Rect
        x={x + 0.5}
        y={0.5}
        width={cell - 3}
        height={HEIGHT - 1}
        fill={fill}
        stroke={edge}
        strokeWidth={0.7}
        {...(dashed ? { strokeDasharray: '1.5 1.5' } : {})}
      />
      {state === 'failed' ? (
        <Line x1={x + 1} x2={x + cell - 3} y1={HEIGHT - 1} y2={1} stroke={COLOURS.white} strokeWidth={0.9} />
      ) : null}
    </>
  )
}

/** One requirement's quarters in a strip; told apart without colour as well. */
export function QuarterStrip({ states }: { states: readonly OperationState[] }) {
  const count = Math.max(1, states.length)
  const cell = Math.min(WIDEST, ROOM / count)
  const width = count * cell
  return (
    <Svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
      {states.map((state, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: quarters are drawn once and in order
        <Square key={i} state={state} x={i * cell} cell={cell} />
      ))}
    </Svg>
  )
}

const WORDS: readonly (readonly [OperationState, string])[] = [
  ['held', 'held'],
  ['failed', 'failed'],
  ['unknown', 'looked at, could not be told'],
  ['missing', 'nobody looked'],
]

/** What the squares mean, in words. */
export const QuarterLegend = () => (
  <View wrap={false} style={{ flexDirection: 'row', flexWrap: 'wrap', columnGap: 14 }}>
    {WORDS.map(([state, text]) => (
      <View key={state} style={{ flexDirection: 'row', alignItems: 'center', columnGap: 3 }}>
        <QuarterStrip states={[state]} />
        <Words style={{ fontSize: 7.2, color: COLOURS.ink2 }}>{`Quarter ${text}`}</Words>
      </View>
    ))}
  </View>
)
