'use client'

import { type ChangeEvent, type ClipboardEvent, type DragEvent, type ReactNode, useId, useState } from 'react'
import { classNames } from './class-names'

type FileDropProps = {
  label: ReactNode
  /** Kinds and size it takes. */
  hint?: ReactNode
  error?: ReactNode
  name?: string
  accept?: string
  multiple?: boolean
  disabled?: boolean
  onFiles: (files: File[]) => void
}

/** A place to drop, paste or choose files. It is a file control, so keyboard and touch work as usual. */
export function FileDrop({ label, hint, error, name, accept, multiple = false, disabled, onFiles }: FileDropProps) {
  const id = useId()
  const [over, setOver] = useState(false)
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, multiple ? undefined : 1)
    if (files.length > 0 && !disabled) onFiles(files)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div className="grid gap-1">
      <label
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        onPaste={(event: ClipboardEvent) => take(event.clipboardData.files)}
        className={classNames(
          'relative grid justify-items-center gap-0.5 rounded-lg border border-field border-dashed px-4 py-6 text-center text-sm transition-colors hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-focus',
          over && 'border-accent border-solid bg-accent-soft',
          disabled && 'opacity-55',
        )}
      >
        <span className="font-medium">{label}</span>
        {hint === undefined ? null : (
          <span id={`${id}-hint`} className="text-ink-3 text-xs">
            {hint}
          </span>
        )}
        <input
          {...{ name, accept, multiple, disabled }}
          type="file"
          aria-describedby={
            [error && `${id}-error`, hint !== undefined && `${id}-hint`].filter(Boolean).join(' ') || undefined
          }
          aria-invalid={error ? true : undefined}
          onChange={(event: ChangeEvent<HTMLInputElement>) => {
            take(event.target.files)
            // The same file chosen again, after it was corrected, must count as a choice.
            event.target.value = ''
          }}
          className="absolute inset-0 cursor-pointer opacity-0 file:cursor-pointer"
        />
      </label>
      <p id={`${id}-error`} aria-live="polite" className={error ? 'text-bad text-xs' : 'sr-only'}>
        {error}
      </p>
    </div>
  )
}
