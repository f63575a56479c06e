'use client'

import { useState } from 'react'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { CardSkeleton } from '@/components/ui/card-skeleton'
import { type Reading, usePreview } from '@/lib/queries/imports'
import { ColumnMap } from './column-map'
import { ImportRun } from './import-run'
import { PreviewTable } from './preview-table'
import { ProblemList } from './problem-list'
import { ReadingFields } from './reading-fields'
import type { WizardProps } from './wizard-props'

/** How the file is read, with the server's reading of its first rows beside it. */
export function ImportSettings({ file, ...props }: WizardProps & { file: File }) {
  const { org, kind, deployments } = props
  const [source, setSource] = useState('')
  const [deployment, setDeployment] = useState<string | null>(
    deployments.length === 1 ? (deployments[0]?.slug ?? null) : null,
  )
  const [reading, setReading] = useState<Reading>({ map: null, dates: null, zone: 'UTC' })
  const { data: preview, error, isPending, isPlaceholderData } = usePreview(org, kind, file, reading)

  if (error) return <ProblemList problem={error} nothingWritten />
  if (isPending) return <CardSkeleton label="Reading the file" bodyClassName="h-64" />
  const dates = reading.dates ?? preview.dates
  const map = reading.map ?? preview.map
  const usable = preview.problems.length === 0
  return (
    <>
      <Card title="2. How it is read" note={`${preview.headers.length} columns, ${preview.sampled} rows looked at.`}>
        <div className="grid gap-5">
          <ReadingFields
            {...{ source, setSource, deployment, setDeployment, deployments, dates }}
            zone={reading.zone}
            setDates={(next) => setReading({ ...reading, dates: next })}
            setZone={(next) => setReading({ ...reading, zone: next })}
          />
          <ColumnMap
            kind={kind}
            headers={preview.headers}
            map={map}
            onChange={(next) => setReading({ ...reading, map: next })}
          />
          {preview.problems.map((problem) => (
            <Callout key={problem.field + problem.reason} tone="warn" title={problem.field}>
              {problem.reason}
            </Callout>
          ))}
        </div>
      </Card>
      {usable ? <PreviewTable kind={kind} preview={preview} stale={isPlaceholderData} /> : null}
      {usable ? (
        <ImportRun
          key={JSON.stringify([reading, source, deployment])}
          {...props}
          request={{ file, source: source.trim(), deployment, map, dates, zone: reading.zone }}
        />
      ) : null}
    </>
  )
}
