'use client'

import Download from 'lucide-react/icons/download'
import { buttonStyle } from '@/components/ui/button-style'
import { Popover } from '@/components/ui/popover'
import type { ChartTableData } from './chart-table'
import { tableCsv } from './table-csv'

type ChartDownloadsProps = { figureId: string; title: string; fileName: string; table: ChartTableData }

const ITEM = 'block w-full rounded-sm px-2.5 py-1.5 text-left text-sm hover:bg-hover'

/** The chart as a picture, and the data behind it. */
export function ChartDownloads({ figureId, title, fileName, table }: ChartDownloadsProps) {
  const png = async () => {
    const drawing = document
      .getElementById(figureId)
      ?.querySelector<SVGSVGElement>('svg.recharts-surface, svg[data-drawing]')
    if (!drawing) return
    const { drawingPng } = await import('./drawing-png')
    save(await drawingPng(drawing, title), `${fileName}.png`)
  }
  // The mark at the start makes spreadsheets read it as UTF-8.
  const csv = () => save(new Blob(['\uFEFF', tableCsv(table)], { type: 'text/csv;charset=utf-8' }), `${fileName}.csv`)
  return (
    <Popover
      align="end"
      buttonLabel={`Download ${title}`}
      buttonClassName={buttonStyle({ variant: 'quiet', size: 'icon', className: 'size-7' })}
      panelClassName="min-w-40"
      label={<Download aria-hidden="true" />}
    >
      <button type="button" data-close className={ITEM} onClick={csv}>
        Data as CSV
      </button>
      <button type="button" data-close className={ITEM} onClick={png}>
        Chart as PNG
      </button>
    </Popover>
  )
}

function save(content: Blob, fileName: string) {
  const url = URL.createObjectURL(content)
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName })
  link.click()
  URL.revokeObjectURL(url)
}
