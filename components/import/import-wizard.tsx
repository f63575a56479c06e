'use client'

import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { FileDrop } from '@/components/ui/file-drop'
import { ImportSettings } from './import-settings'
import { OscalAudits } from './oscal-audits'
import type { WizardProps } from './wizard-props'

const MOST_BYTES = 100 * 1024 * 1024
const CSV_KINDS = '.csv,.tsv,.txt,text/csv,text/tab-separated-values'
const CSV_HINT = 'CSV in UTF-8, separated by comma, semicolon or tab, with a header row. At most 100 MiB.'

/** Choose a file; everything after that is about how it is read. Nothing is written before the last step. */
export function ImportWizard(props: WizardProps) {
  const [file, setFile] = useState<File | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const takesOscal = props.kind === 'audits'

  function take(chosen: File | undefined): void {
    if (!chosen) return
    const tooLarge = chosen.size > MOST_BYTES
    setRefused(
      tooLarge
        ? `${chosen.name} is larger than 100 MiB. Split it, or import it with the command line, which has no limit.`
        : null,
    )
    if (!tooLarge) setFile(chosen)
  }

  return (
    <div className="grid gap-4">
      <Card title={file ? `1. ${file.name}` : '1. Choose a file'}>
        <FileDrop
          label={file ? 'Drop another file, or choose one' : 'Drop a CSV file here, or choose one'}
          hint={takesOscal ? `${CSV_HINT} Or OSCAL assessment results in JSON.` : CSV_HINT}
          accept={takesOscal ? `${CSV_KINDS},.json,application/json` : CSV_KINDS}
          error={refused ?? undefined}
          onFiles={([chosen]) => take(chosen)}
        />
      </Card>
      {/* A new file is read anew: what was mapped for the one before must not linger. */}
      {file ? <Reading key={`${file.name}/${file.size}/${file.lastModified}`} {...props} file={file} /> : null}
    </div>
  )
}

const Reading = (props: WizardProps & { file: File }) =>
  props.kind === 'audits' && /\.json$/i.test(props.file.name) ? (
    <OscalAudits {...props} />
  ) : (
    <ImportSettings {...props} />
  )
