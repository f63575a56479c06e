import { View } from '@react-pdf/renderer'
import { Ladder } from '../charts/ladder'
import { QuarterLegend } from '../charts/quarter-strip'
import { Spreads } from '../charts/spreads'
import { RolloutTimeline } from '../charts/timeline'
import { Trend } from '../charts/trend'
import type { Block } from '../report'
import { COLOURS, toneColour, toneFill } from './colours'
import { DataTable } from './data-table'
import { Figures } from './figures'
import { Tagged } from './tagging'
import { Paragraph, Title, Words } from './words'

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

const Note = ({ tone, text }: Of<'note'>) => (
  <View
    wrap={false}
    style={{
      paddingVertical: 5,
      paddingHorizontal: 8,
      borderLeftWidth: 2,
      borderLeftColor: toneColour(tone),
      backgroundColor: toneFill(tone),
    }}
  >
    <Tagged as="Note">
      <Words style={{ fontSize: 8.2 }}>{text}</Words>
    </Tagged>
  </View>
)

const Facts = ({ facts }: Of<'facts'>) => (
  <View>
    {facts.map(({ label, text }) => (
      <View key={label} wrap={false} style={{ paddingVertical: 1.5 }}>
        <Tagged as="P">
          <View style={{ flexDirection: 'row', columnGap: 8 }}>
            <Words style={{ width: 120, fontSize: 7.8, color: COLOURS.ink3 }}>{label}</Words>
            <Words style={{ flexGrow: 1, flexBasis: 0, fontSize: 7.8 }}>{text}</Words>
          </View>
        </Tagged>
      </View>
    ))}
  </View>
)

function Steps({ steps, empty }: Of<'steps'>) {
  if (steps.length === 0) return <Paragraph style={{ fontSize: 8.2 }}>{empty}</Paragraph>
  return (
    <View>
      {steps.map(({ title, text, aside }, at) => (
        <View
          key={title}
          wrap={false}
          style={{ paddingVertical: 3, borderTopWidth: 0.5, borderTopColor: COLOURS.line }}
        >
          <Tagged as="LI">
            <View style={{ flexDirection: 'row', columnGap: 8 }}>
              <Words style={{ width: 10, fontWeight: 700, color: COLOURS.ink3 }}>{String(at + 1)}</Words>
              <View style={{ flexGrow: 1, flexBasis: 0 }}>
                <Words style={{ fontSize: 8.6, fontWeight: 600 }}>{title}</Words>
                <Words style={{ fontSize: 7.4, lineHeight: 1.35, color: COLOURS.ink2 }}>{text}</Words>
              </View>
              <Words style={{ width: 74, fontSize: 7.4, textAlign: 'right', color: COLOURS.ink2 }}>{aside}</Words>
            </View>
          </Tagged>
        </View>
      ))}
    </View>
  )
}

const Columns = ({ columns, whole }: Of<'columns'>) => (
  <View wrap={whole !== true} style={{ flexDirection: 'row', columnGap: 18 }}>
    {columns.map(({ width, blocks }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: columns are drawn once and in order
      <View key={at} style={{ flexGrow: width, flexShrink: 1, flexBasis: 0, rowGap: 6 }}>
        {blocks.map((block, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks are drawn once and in order
          <ReportBlock key={i} block={block} />
        ))}
      </View>
    ))}
  </View>
)

/** One block of a report as it stands on paper. */
export function ReportBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <Title level="H3">{block.text}</Title>
    case 'paragraph':
      return <Paragraph style={block.quiet ? { fontSize: 7.4, color: COLOURS.ink3 } : {}}>{block.text}</Paragraph>
    case 'note':
      return <Note {...block} />
    case 'facts':
      return <Facts {...block} />
    case 'steps':
      return <Steps {...block} />
    case 'columns':
      return <Columns {...block} />
    case 'table':
      return <DataTable {...block} />
    case 'ladder':
      return <Ladder {...block} />
    case 'trend':
      return <Trend {...block} />
    case 'figures':
      return <Figures {...block} />
    case 'spreads':
      return <Spreads {...block} />
    case 'timeline':
      return <RolloutTimeline {...block} />
    case 'legend':
      return <QuarterLegend />
  }
}
