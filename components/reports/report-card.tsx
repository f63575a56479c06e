'use client'

import type { FormEvent, ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Refusal } from '@/components/ui/refusal'
import { useReport } from '@/lib/queries/reports'

type Props = {
  org: string
  kind: string
  name: string
  answers: string
  length: string
  /** Why there is nothing to report yet; null where there is. */
  missing: string | null
  /** What it is about, to be chosen. */
  children?: ReactNode
}

/** One report: what it answers, what it is about, and the way to its PDF. */
export function ReportCard({ org, kind, name, answers, length, missing, children }: Props) {
  const report = useReport(org, kind)
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const choice = Object.fromEntries(
      [...new FormData(event.currentTarget)].map(([key, value]) => [key, String(value)]),
    )
    report.mutate(choice, { onSuccess: ({ content, fileName }) => save(content, fileName) })
  }
  return (
    <Card title={name} note={length}>
      <form onSubmit={submit} noValidate className="grid gap-3">
        <p className="text-ink-2 text-sm">{answers}</p>
        {missing ? <p className="text-sm text-warn">{missing}</p> : null}
        {children}
        {report.error ? (
          <Refusal title={report.error.title} detail={report.error.detail} requestId={report.error.requestId} />
        ) : null}
        <div>
          <Button type="submit" variant="primary" disabled={report.isPending}>
            {report.isPending ? 'Drawing…' : 'Download PDF'}
          </Button>
        </div>
      </form>
    </Card>
  )
}

function save(content: Blob, fileName: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = fileName
  link.click()
  URL.revokeObjectURL(link.href)
}
