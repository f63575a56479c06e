'use client'

import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { FileDrop } from '@/components/ui/file-drop'
import { TextField } from '@/components/ui/text-field'
import { FrameworkRun } from './framework-run'

const MOST_BYTES = 32 * 1024 * 1024

/** Choose a file, check it, import it. Nothing is written before the last step. */
export function FrameworkWizard({ org }: { org: string }) {
  const [file, setFile] = useState<File | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [slug, setSlug] = useState('')

  function take(chosen: File | undefined): void {
    if (!chosen) return
    const tooLarge = chosen.size > MOST_BYTES
    setRefused(tooLarge ? `${chosen.name} is larger than 32 MiB, which no catalog of controls has to be.` : null)
    if (!tooLarge) setFile(chosen)
  }

  const named = slug.trim()
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Card
        title={file ? `Import ${file.name}` : 'Import a framework of your own'}
        note="An OSCAL catalog or profile. A profile draws on this product’s catalog, or on one imported before."
      >
        <FileDrop
          label={file ? 'Drop another file, or choose one' : 'Drop an OSCAL file here, or choose one'}
          hint="JSON of OSCAL 1.0 to 1.2, at most 32 MiB. The file is kept as it is."
          accept=".json,application/json"
          error={refused ?? undefined}
          onFiles={([chosen]) => take(chosen)}
        />
        <TextField
          className="mt-4 max-w-96"
          label="Name in addresses"
          name="slug"
          maxLength={64}
          value={slug}
          onChange={(event) => setSlug(event.currentTarget.value)}
          hint="Lower-case letters, digits and hyphens. Empty takes the title of the document. A framework of that name is replaced; what was said of requirements that are still there stays."
        />
      </Card>
      {/* Another file, or another name for it, is checked anew: what was said of the one before must not linger. */}
      {file ? (
        <FrameworkRun
          key={`${file.name}/${file.size}/${file.lastModified}/${named}`}
          org={org}
          file={file}
          slug={named === '' ? null : named}
        />
      ) : null}
    </div>
  )
}
