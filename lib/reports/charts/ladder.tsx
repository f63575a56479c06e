import { G, Line, Path, Rect, Svg, View } from '@react-pdf/renderer'
import { STAGE_SCALE } from '@/lib/presentation/ladder-entries'
import { COLOURS, stageColour, toneColour } from '../drawing/colours'
import { printable } from '../drawing/printable'
import { type RowPlace, Tagged } from '../drawing/tagging'
import { type TextStyle, Words } from '../drawing/words'
import type { LadderBlock, LadderRow } from '../report'

const HEIGHT = 10
const TRACK = 206
const HEAD = { fontSize: 7, fontWeight: 600, color: COLOURS.ink3 } as const
const NAME = { width: 128 } as const
const COLUMN = { flexGrow: 1, flexBasis: 0 } as const
const WIDER = { flexGrow: 1.5, flexBasis: 0 } as const

const placeOf = (score: number): number => (score / 100) * TRACK

const diamond = (x: number): string => `M${x} 0.5L${x + 3} 5L${x} 9.5L${x - 3} 5Z`

/** Where a layer stands between Traditional and Optimal, and the score its targets would give. */
const Track = ({ score, tone, target }: LadderRow) => (
  <Svg width={TRACK} height={HEIGHT} viewBox={`0 0 ${TRACK} ${HEIGHT}`}>
    <Rect x={0} y={2} width={TRACK} height={6} rx={3} ry={3} fill={COLOURS.band} />
    {score === null ? (
      <Rect
        x={0.5}
        y={2.4}
        width={TRACK - 1}
        height={5.2}
        fill="none"
        stroke={COLOURS.ink3}
        strokeWidth={0.6}
        strokeDasharray="2 2"
      />
    ) : (
      <Rect
        x={0}
        y={2}
        width={Math.max(3, placeOf(score))}
        height={6}
        rx={3}
        ry={3}
        fill={tone === 'unknown' ? COLOURS.lineStrong : stageColour(tone)}
      />
    )}
    <G>
      {STAGE_SCALE.slice(1, -1).map(({ at }) => (
        <Line key={at} x1={placeOf(at)} x2={placeOf(at)} y1={0} y2={HEIGHT} stroke={COLOURS.ink3} strokeWidth={0.4} />
      ))}
    </G>
    {target === null ? (
      <G />
    ) : (
      <Path
        d={diamond(Math.min(TRACK - 3.5, Math.max(3.5, placeOf(target))))}
        fill={COLOURS.white}
        stroke={COLOURS.ink}
        strokeWidth={0.8}
      />
    )}
  </Svg>
)

/** Words of the four stages over the track, each where its stage begins. */
const Scale = () => (
  <View style={{ width: TRACK, height: 10 }}>
    {STAGE_SCALE.map(({ at, label }, i) => (
      <View
        key={label}
        style={{
          position: 'absolute',
          top: 0,
          width: 60,
          left: i === 0 ? 0 : i === 3 ? TRACK - 60 : placeOf(at) - 30,
          alignItems: i === 0 ? 'flex-start' : i === 3 ? 'flex-end' : 'center',
        }}
      >
        <Words style={{ fontSize: 6.5, color: COLOURS.ink3 }}>{label}</Words>
      </View>
    ))}
  </View>
)

const ROW = { flexDirection: 'row', alignItems: 'center', columnGap: 8, paddingVertical: 3 } as const

type PartProps = { place: RowPlace; as: 'TH' | 'TD'; text: string; style?: TextStyle; bold?: boolean; colour?: string }

const Part = ({ place, as, text, style = COLUMN, bold = false, colour = COLOURS.ink }: PartProps) => (
  <View style={style}>
    <Tagged as={as} place={place}>
      <Words style={as === 'TH' ? HEAD : { fontSize: 8.2, fontWeight: bold ? 600 : 400, color: colour }}>{text}</Words>
    </Tagged>
  </View>
)

/** The five layers on one track each: stage, score, how much of it is measured, and the change since earlier. */
export function Ladder({ rows, changeLabel }: LadderBlock) {
  const table = { caption: printable('Layers: stage, score, share measured and change') }
  const head: RowPlace = { table, row: {} }
  return (
    <View wrap={false}>
      <View style={{ ...ROW, paddingVertical: 1 }}>
        <Part as="TH" place={head} text="Layer" style={NAME} />
        <Scale />
        <Part as="TH" place={head} text="Score" />
        <Part as="TH" place={head} text="Measured" />
        <Part as="TH" place={head} text={changeLabel} style={WIDER} />
      </View>
      {rows.map((row) => {
        const place: RowPlace = { table, row: {} }
        return (
          <View key={row.name} style={{ ...ROW, borderTopWidth: 0.5, borderTopColor: COLOURS.line }}>
            <View style={NAME}>
              <Tagged as="TD" place={place}>
                <Words style={{ fontSize: 8.6, fontWeight: 600 }}>{row.name}</Words>
                <Words style={{ fontSize: 7.4, color: COLOURS.ink2 }}>{row.stage}</Words>
              </Tagged>
            </View>
            <Track {...row} />
            <Part as="TD" place={place} text={row.scoreText} bold />
            <Part as="TD" place={place} text={row.coverage} />
            <Part as="TD" place={place} text={row.change} style={WIDER} colour={toneColour(row.changeTone)} />
          </View>
        )
      })}
    </View>
  )
}
