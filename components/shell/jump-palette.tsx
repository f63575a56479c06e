'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import { type JumpEntry, matchJump } from './jump-match'

type JumpPaletteProps = { entries: readonly JumpEntry[]; onClose: () => void }

/** A list of places, narrowed by typing, walked with the arrow keys, opened with Enter. */
export function JumpPalette({ entries, onClose }: JumpPaletteProps) {
  const router = useRouter()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const found = matchJump(entries, typed)

  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  // Both effects return nothing on purpose: some browsers answer scrollIntoView with a promise.
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])

  const go = (entry: JumpEntry | undefined) => {
    if (entry === undefined) return
    dialog.current?.close()
    router.push(entry.href)
  }
  const steer = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && found.length > 0) setActive((active + step + found.length) % found.length)
    else if (event.key === 'Enter') go(found[active])
    else return
    event.preventDefault()
  }
  return (
    <dialog
      ref={dialog}
      closedby="any"
      aria-label="Search or jump to"
      onClose={onClose}
      className="mx-auto mt-[12dvh] mb-auto w-[min(34rem,calc(100vw-1.5rem))] flex-col overflow-hidden rounded-lg border border-line-strong bg-panel text-ink shadow-raised open:flex"
    >
      <input
        role="combobox"
        aria-label="Search or jump to"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="Type a page or an organization"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={steer}
        className="h-12 w-full border-line border-b bg-transparent px-4 text-base outline-none"
      />
      <JumpList id={id} found={found} active={active} onHover={setActive} onChoose={go} />
      <p role="status" className={found.length > 0 ? 'sr-only' : 'px-4 py-6 text-center text-ink-2 text-sm'}>
        {found.length > 0 ? `${found.length} found` : 'Nothing found. Try fewer letters.'}
      </p>
    </dialog>
  )
}

type JumpListProps = {
  id: string
  found: readonly JumpEntry[]
  active: number
  onHover: (index: number) => void
  onChoose: (entry: JumpEntry) => void
}

const JumpList = ({ id, found, active, onHover, onChoose }: JumpListProps) => (
  <div
    role="listbox"
    id={`${id}-list`}
    aria-label="Places"
    className={classNames('max-h-[50dvh] overflow-y-auto p-1.5', found.length === 0 && 'hidden')}
  >
    {found.map((entry, index) => (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field, which keeps the focus
      // biome-ignore lint/a11y/useFocusableInteractive: the field points here with aria-activedescendant
      <div
        key={`${entry.group}${entry.href}`}
        id={`${id}-${index}`}
        role="option"
        aria-selected={index === active}
        onClick={() => onChoose(entry)}
        onMouseMove={() => onHover(index)}
        className="flex min-h-9 cursor-pointer items-center justify-between gap-4 rounded-sm px-2.5 text-sm aria-selected:bg-accent-soft"
      >
        <span className="truncate">{entry.label}</span>
        {entry.group === undefined ? null : <span className="shrink-0 text-ink-3 text-xs">{entry.group}</span>}
      </div>
    ))}
  </div>
)
