import { Circle, G, Line, Path, Rect, Svg, View } from '@react-pdf/renderer'
import { countText, decimalText } from '@/lib/presentation/number'
import { COLOURS, layerColour } from '../drawing/colours'
import { printable } from '../drawing/printable'
import { Tagged } from '../drawing/tagging'
import { Title, Words } from '../drawing/words'
import type { TrendBlock, TrendLine } from '../report'
import { trendShape } from './trend-shape'

type Box = { line: TrendLine; width: number; height: number; colour?: string }

/** The line of a metric with its baseline as a band and a stroke for each layer that went live. */
export function TrendPlot({ line, width, height, colour = COLOURS.accent }: Box) {
  const { band, level, markers, paths, dots } = trendShape(line, { width, height })
  return (
    <Svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {band ? <Rect x={band.x} y={0} width={band.width} height={height} fill={COLOURS.band} /> : <G />}
      <Line x1={0} x2={width} y1={height - 0.3} y2={height - 0.3} stroke={COLOURS.lineStrong} strokeWidth={0.6} />
      {level ? (
        <Line
          x1={level.from}
          x2={level.to}
          y1={level.y}
          y2={level.y}
          stroke={COLOURS.ink3}
          strokeWidth={0.6}
          strokeDasharray="2 2"
        />
      ) : (
        <G />
      )}
      <G>
        {markers.map(({ x, tone, label }) => (
          <Line key={label} x1={x} x2={x} y1={0} y2={height} stroke={layerColour(tone)} strokeWidth={0.8} />
        ))}
      </G>
      <G>
        {paths.map((d) => (
          <Path key={d} d={d} fill="none" stroke={colour} strokeWidth={1.2} strokeLinejoin="round" />
        ))}
      </G>
      <G>
        {dots.map(({ x, y }) => (
          <Circle key={x} cx={x} cy={y} r={2} fill={COLOURS.white} stroke={colour} strokeWidth={1} />
        ))}
      </G>
    </Svg>
  )
}

const AXIS = { fontSize: 6.5, color: COLOURS.ink3 } as const
const WIDTH = 226
const HEIGHT = 74

/** A metric's months with axis, years and a key of the layers that went live. */
export function Trend({ title, unit, line, alt }: TrendBlock) {
  const { years, top, markers } = trendShape(line, { width: WIDTH, height: HEIGHT })
  const end = top < 10 && !Number.isInteger(top) ? decimalText(top) : countText(top)
  return (
    <View wrap={false} style={{ marginBottom: 8 }}>
      <Title level="H3" style={{ fontSize: 8.6, marginBottom: 3 }}>
        {title}
      </Title>
      <Tagged as="Figure" alt={printable(alt)}>
        <View style={{ flexDirection: 'row' }}>
          <View style={{ width: 20, height: HEIGHT, justifyContent: 'space-between', paddingRight: 3 }}>
            <Words style={{ ...AXIS, textAlign: 'right' }}>{end}</Words>
            <Words style={{ ...AXIS, textAlign: 'right' }}>0</Words>
          </View>
          <View>
            <TrendPlot line={line} width={WIDTH} height={HEIGHT} />
            <View style={{ height: 10, width: WIDTH }}>
              {years.map(({ x, text }) => (
                <View key={text} style={{ position: 'absolute', left: x, top: 2 }}>
                  <Words style={AXIS}>{text}</Words>
                </View>
              ))}
            </View>
          </View>
        </View>
        <View style={{ flexDirection: 'row', flexWrap: 'wrap', columnGap: 8, paddingLeft: 20 }}>
          <Words style={AXIS}>{unit}</Words>
          {markers.map(({ label, tone }) => (
            <Words key={label} style={{ ...AXIS, color: layerColour(tone) }}>{`| ${label}`}</Words>
          ))}
        </View>
      </Tagged>
    </View>
  )
}
