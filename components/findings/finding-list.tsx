'use client'

import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import { Refusal } from '@/components/ui/refusal'
import type { Finding } from '@/lib/model/finding'
import type { Page } from '@/lib/model/page'
import { type FindingList as List, useFindingPages } from '@/lib/queries/findings'
import { BulkBar } from './bulk-bar'
import { FindingTable } from './finding-table'
import { MoreFindings } from './more-findings'
import { useSelection } from './use-selection'

type Props = List & {
  first: Page<Finding>
  /** When the server read the first page. */
  now: string
  /** What this person may do with many at once. */
  may: { assign: boolean; except: boolean }
  matching: { findings: number; exact: boolean }
  /** Where the next page is without a script. */
  nextHref: string | null
}

/** As many as one act may name by id. */
const MOST_NAMED = 500
/** Fewer rows than these are simply there: find in page, print and screen readers have them all. */
const ALWAYS_THERE = 200
const ROW_HEIGHT = 58

/** A list that grows as it is read. From some length on only the rows near the window are in the page. */
export function FindingList({ first, now, may, matching, nextHref, ...list }: Props) {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useFindingPages(list, first, now)
  const findings = data.pages.flatMap(({ items }) => items)
  const selection = useSelection(MOST_NAMED)
  const place = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => setTop(place.current?.offsetTop ?? 0), [])
  const isLong = findings.length > ALWAYS_THERE
  const rows = useWindowVirtualizer({
    count: findings.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
    scrollMargin: top,
    enabled: isLong,
    getItemKey: (index) => findings[index]?.id ?? index,
  })
  const chosen = may.assign || may.except ? selection : null
  return (
    <>
      {chosen ? (
        <BulkBar
          org={list.org}
          filter={list.filter}
          may={may}
          matching={matching}
          shown={findings}
          selection={chosen}
        />
      ) : null}
      <div ref={place}>
        <FindingTable
          org={list.org}
          findings={findings}
          now={now}
          selection={chosen}
          view={
            isLong
              ? { items: rows.getVirtualItems(), size: rows.getTotalSize(), top, measure: rows.measureElement }
              : null
          }
        />
      </div>
      {error ? <Refusal title={error.title} detail={error.detail} requestId={error.requestId} /> : null}
      <MoreFindings
        shown={findings.length}
        matching={matching}
        nextHref={hasNextPage ? nextHref : null}
        isBusy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
    </>
  )
}
