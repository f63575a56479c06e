import { View } from '@react-pdf/renderer'
import { QuarterStrip } from '../charts/quarter-strip'
import type { Cell, Column, TableBlock } from '../report'
import { COLOURS, toneColour } from './colours'
import { printable } from './printable'
import { StageSwatch } from './stage-swatch'
import { type RowPlace, Tagged } from './tagging'
import { Paragraph, Words } from './words'

const FONT = { fontSize: 7.8, lineHeight: 1.35 } as const
const HEAD = { ...FONT, fontSize: 7, fontWeight: 600, color: COLOURS.ink3 } as const
const SUB = { fontSize: 6.8, lineHeight: 1.35, color: COLOURS.ink3 } as const

const boxOf = ({ width, numeric }: Column) =>
  ({ flexGrow: width, flexShrink: 1, flexBasis: 0, alignItems: numeric ? 'flex-end' : 'flex-start' }) as const

const textOf = ({ numeric }: Column) => (numeric ? ({ textAlign: 'right' } as const) : {})

const partsOf = (cell: Cell): Exclude<Cell, string> => (typeof cell === 'string' ? { text: cell } : cell)

function Content({ cell, column }: { cell: Cell; column: Column }) {
  const { text, sub, stage, tone, quarters } = partsOf(cell)
  const words = (
    <Words style={{ ...FONT, ...textOf(column), color: tone ? toneColour(tone) : COLOURS.ink }}>{text}</Words>
  )
  return (
    <>
      {quarters ? <QuarterStrip states={quarters} /> : null}
      {stage ? (
        <View style={{ flexDirection: 'row', alignItems: 'center' }}>
          <StageSwatch tone={stage} />
          {words}
        </View>
      ) : (
        words
      )}
      {sub ? <Words style={{ ...SUB, ...textOf(column) }}>{sub}</Words> : null}
    </>
  )
}

const ROW = { flexDirection: 'row', columnGap: 8, paddingVertical: 3.2, borderBottomWidth: 0.5 } as const

const Heading = ({ text, place }: { text: string; place: RowPlace }) => (
  <View wrap={false} minPresenceAhead={30} style={{ ...ROW, paddingTop: 8, borderBottomColor: COLOURS.lineStrong }}>
    <Tagged as="TH" place={place}>
      <Words style={{ fontSize: 8.6, fontWeight: 600 }}>{text}</Words>
    </Tagged>
  </View>
)

/** Rows under a heading that stands again on every page; no row is cut in two. */
export function DataTable({ caption, columns, rows, empty }: TableBlock) {
  if (rows.length === 0) return <Paragraph style={{ fontSize: 8 }}>{empty}</Paragraph>
  const table = { caption: printable(caption) }
  const head: RowPlace = { table, row: {} }
  return (
    <View minPresenceAhead={60} style={{ borderTopWidth: 0.8, borderTopColor: COLOURS.lineStrong }}>
      <View fixed wrap={false} style={{ ...ROW, borderBottomColor: COLOURS.lineStrong }}>
        {columns.map((column) => (
          <View key={column.label} style={boxOf(column)}>
            <Tagged as="TH" place={head}>
              <Words style={{ ...HEAD, ...textOf(column) }}>{column.label}</Words>
            </Tagged>
          </View>
        ))}
      </View>
      {rows.map((cells, at) => {
        const place: RowPlace = { table, row: {} }
        const [only] = cells
        if (cells.length === 1 && only !== undefined)
          return <Heading key={partsOf(only).text} text={partsOf(only).text} place={place} />
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are drawn once and in order
          <View key={at} wrap={false} style={{ ...ROW, borderBottomColor: COLOURS.line }}>
            {columns.map((column, i) => (
              <View key={column.label} style={boxOf(column)}>
                <Tagged as="TD" place={place}>
                  <Content cell={cells[i] ?? ''} column={column} />
                </Tagged>
              </View>
            ))}
          </View>
        )
      })}
    </View>
  )
}
