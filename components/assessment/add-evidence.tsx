'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FileDrop } from '@/components/ui/file-drop'
import type { Day } from '@/lib/model/instant'
import { bytesText } from '@/lib/presentation/bytes'
import type { AnswerPlace } from '@/lib/queries/answers'
import { FileForm } from './file-form'
import { LinkForm } from './link-form'

type Props = {
  place: AnswerPlace
  today: Day
  asOf: Day
  mediaByEnding: Readonly<Record<string, string>>
  limit: number
  /** What it takes, in words. */
  kinds: string
}

type Adding = { kind: 'link' } | { kind: 'file'; file: File; mediaType: string }

/** Evidence to an answer: drop, paste or choose a file, or name a link. Its dates are asked before anything is sent. */
export function AddEvidence({ place, today, asOf, mediaByEnding, limit, kinds }: Props) {
  const [adding, setAdding] = useState<Adding | null>(null)
  const [error, setError] = useState<string>()
  const endings = Object.keys(mediaByEnding)
  const take = (file: File | undefined) => {
    const ending = file?.name.split('.').at(-1)?.toLowerCase() ?? ''
    const mediaType = mediaByEnding[ending]
    if (!file) return
    if (mediaType === undefined) setError(`“${file.name}” is none of these: ${kinds}.`)
    else if (file.size > limit) setError(`“${file.name}” is too large (${bytesText(file.size)}). Link to it instead.`)
    else {
      setError(undefined)
      setAdding({ kind: 'file', file, mediaType })
    }
  }
  const close = () => setAdding(null)
  return (
    <div className="mt-2 grid gap-2">
      <FileDrop
        label="Drop a file, paste, or choose one"
        hint={kinds}
        error={error}
        accept={endings.map((ending) => `.${ending}`).join(',')}
        onFiles={([file]) => take(file)}
      />
      <div>
        <Button size="sm" aria-haspopup="dialog" onClick={() => setAdding({ kind: 'link' })}>
          Add a link
        </Button>
      </div>
      <Dialog
        open={adding !== null}
        onClose={close}
        title={adding?.kind === 'file' ? 'Add a file as evidence' : 'Add a link as evidence'}
      >
        {adding?.kind === 'link' ? <LinkForm place={place} today={today} asOf={asOf} onDone={close} /> : null}
        {adding?.kind === 'file' ? (
          <FileForm
            place={place}
            today={today}
            asOf={asOf}
            file={adding.file}
            mediaType={adding.mediaType}
            onDone={close}
          />
        ) : null}
      </Dialog>
    </div>
  )
}
