import { Line, Rect, Svg, View } from '@react-pdf/renderer'
import { monthText } from '@/lib/presentation/date'
import { labelEvery } from '@/lib/presentation/rollout-timeline'
import { COLOURS, layerColour } from '../drawing/colours'
import { printable } from '../drawing/printable'
import { Tagged } from '../drawing/tagging'
import { Words } from '../drawing/words'
import type { TimelineBlock } from '../report'

const TRACK = 256
const ROW = 13
const AXIS = { fontSize: 6.5, color: COLOURS.ink3 } as const

const points = (percent: number): number => (percent / 100) * TRACK

/** When each layer's rollout began and went live, over the baseline before it. */
export function RolloutTimeline({ timeline, rows, alt }: TimelineBlock) {
  const every = labelEvery(timeline.months)
  const height = rows.length * ROW
  return (
    <View wrap={false}>
      <Tagged as="Figure" alt={printable(alt)}>
        <View style={{ flexDirection: 'row', columnGap: 8 }}>
          <View style={{ width: 132 }}>
            {rows.map(({ name }) => (
              <View key={name} style={{ height: ROW, justifyContent: 'center' }}>
                <Words style={{ fontSize: 8 }}>{name}</Words>
              </View>
            ))}
          </View>
          <View style={{ width: TRACK }}>
            <Bars timeline={timeline} rows={rows} height={height} />
            <View style={{ height: 12 }}>
              {timeline.months.map((month, i) =>
                i % every === 0 ? (
                  <View
                    key={month}
                    style={{ position: 'absolute', top: 3, left: (i / timeline.months.length) * TRACK }}
                  >
                    <Words style={AXIS}>{monthText(month)}</Words>
                  </View>
                ) : null,
              )}
            </View>
          </View>
          <View style={{ flexGrow: 1, flexBasis: 0 }}>
            {rows.map(({ name, text }) => (
              <View key={name} style={{ height: ROW, justifyContent: 'center' }}>
                <Words style={{ fontSize: 6.8, color: COLOURS.ink2 }}>{text}</Words>
              </View>
            ))}
          </View>
        </View>
      </Tagged>
    </View>
  )
}

const Bars = ({ timeline, rows, height }: Pick<TimelineBlock, 'timeline' | 'rows'> & { height: number }) => (
  <Svg width={TRACK} height={height} viewBox={`0 0 ${TRACK} ${height}`}>
    {[timeline.baseline].flatMap((band) =>
      band
        ? [<Rect key="b" x={points(band.start)} y={0} width={points(band.width)} height={height} fill={COLOURS.band} />]
        : [],
    )}
    {timeline.rows.flatMap(({ layer, rolling, live }, i) => {
      const colour = layerColour(rows[i]?.tone ?? '')
      const y = i * ROW + ROW / 2
      return [
        <Line key={`${layer}-track`} x1={0} x2={TRACK} y1={y} y2={y} stroke={COLOURS.line} strokeWidth={0.6} />,
        ...(rolling
          ? [
              <Rect
                key={`${layer}-r`}
                x={points(rolling.start)}
                y={y - 1.6}
                width={Math.max(1, points(rolling.width))}
                height={3.2}
                fill={colour}
                fillOpacity={0.4}
              />,
            ]
          : []),
        ...(live
          ? [
              <Rect
                key={`${layer}-l`}
                x={points(live.start)}
                y={y - 3.4}
                width={Math.max(1.5, points(live.width))}
                height={6.8}
                fill={colour}
              />,
            ]
          : []),
      ]
    })}
  </Svg>
)
