'use client'

import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { FileDrop } from '@/components/ui/file-drop'
import { Snippet } from '@/components/ui/snippet'
import { TextField } from '@/components/ui/text-field'
import { gateLines } from '@/lib/presentation/plan'
import type { PlanPage } from './plan-page'
import { PlanRun } from './plan-run'

const MOST_BYTES = 512 * 1024 * 1024
const DEFAULT_CONNECTION = 'terraform'

/** Choose a plan or state, say which workspace it is of, have it judged, keep it. */
export function PlanWizard({ given, ...page }: PlanPage & { given: string }) {
  const [file, setFile] = useState<File | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [name, setName] = useState(given)
  const connection = name.trim() || DEFAULT_CONNECTION

  function take(chosen: File | undefined): void {
    if (!chosen) return
    const tooLarge = chosen.size > MOST_BYTES
    setRefused(
      tooLarge
        ? `${chosen.name} is larger than 512 MiB. Judge it with the command line below, which has no limit.`
        : null,
    )
    if (!tooLarge) setFile(chosen)
  }

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Card title={file ? `1. ${file.name}` : '1. Choose a plan or a state'}>
        <FileDrop
          label={file ? 'Drop another file, or choose one' : 'Drop the JSON here, or choose it'}
          hint="What terraform show -json prints of a plan or a state, of at most 512 MiB."
          accept=".json,application/json"
          error={refused ?? undefined}
          onFiles={([chosen]) => take(chosen)}
        />
        <TextField
          className="mt-4 max-w-96"
          label="Connection"
          name="connection"
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          hint="One for each workspace; made when the first plan of it is kept. It takes the place of the connection’s newest run."
        />
      </Card>
      {/* Another file or workspace is judged anew: an answer must not stand beside what it is not about. */}
      {file ? (
        <PlanRun
          key={`${file.name}/${file.size}/${file.lastModified}/${connection}`}
          {...page}
          file={file}
          connection={connection}
        />
      ) : null}
      <Card
        title="In a pipeline"
        note="Ends with code 0 when the gate passed, 1 when it did not, 2 when the plan could not be judged. Keeps nothing without --record."
      >
        <Snippet label="Before terraform apply" text={gateLines(page.org, connection)} />
      </Card>
    </div>
  )
}
