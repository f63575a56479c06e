'use client'

import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { FileDrop } from '@/components/ui/file-drop'
import { TextField } from '@/components/ui/text-field'
import { FindingsRun } from './findings-run'

const MOST_BYTES = 100 * 1024 * 1024

/** Choose a file, say which source it belongs to, check it, import it. Nothing is written before the last step. */
export function FindingsWizard({ org, given }: { org: string; given: string }) {
  const [file, setFile] = useState<File | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [connection, setConnection] = useState(given)

  function take(chosen: File | undefined): void {
    if (!chosen) return
    const tooLarge = chosen.size > MOST_BYTES
    setRefused(
      tooLarge
        ? `${chosen.name} is larger than 100 MiB. Import it with the command line, which has no limit: proofline import findings FILE --org ${org}`
        : null,
    )
    if (!tooLarge) setFile(chosen)
  }

  const named = connection.trim()
  return (
    <div className="grid gap-4">
      <Card title={file ? `1. ${file.name}` : '1. Choose a file'}>
        <FileDrop
          label={file ? 'Drop another file, or choose one' : 'Drop a scanner’s file here, or choose one'}
          hint="JSON or CSV, of at most 100 MiB. The format is told by what is in it."
          accept=".json,.jsonl,.ndjson,.sarif,.csv,application/json,text/csv"
          error={refused ?? undefined}
          onFiles={([chosen]) => take(chosen)}
        />
        <TextField
          className="mt-4 max-w-96"
          label="Connection"
          name="connection"
          maxLength={100}
          value={connection}
          onChange={(event) => setConnection(event.currentTarget.value)}
          hint="The source these findings belong to, made with its first file. Empty takes the product’s own name."
        />
      </Card>
      {/* Another file, or another place for it, is checked anew: what was said of the one before must not linger. */}
      {file ? (
        <FindingsRun
          key={`${file.name}/${file.size}/${file.lastModified}/${named}`}
          org={org}
          file={file}
          connection={named === '' ? null : named}
        />
      ) : null}
    </div>
  )
}
