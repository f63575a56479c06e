import { Rect, Svg } from '@react-pdf/renderer'
import type { StageTone } from '@/lib/presentation/stage'
import { COLOURS, stageColour } from './colours'

/** The step of a stage beside its word; a dashed edge is a stage that is not established. */
export const StageSwatch = ({ tone }: { tone: StageTone }) => (
  <Svg width={8} height={8} viewBox="0 0 8 8" style={{ marginRight: 4 }}>
    <Rect
      x={0.5}
      y={0.5}
      width={7}
      height={7}
      fill={stageColour(tone)}
      stroke={tone === 'unknown' ? COLOURS.ink3 : stageColour(tone)}
      strokeWidth={0.8}
      {...(tone === 'unknown' ? { strokeDasharray: '1.5 1.5' } : {})}
    />
  </Svg>
)
