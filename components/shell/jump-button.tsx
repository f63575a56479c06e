'use client'

import Search from 'lucide-react/icons/search'
import dynamic from 'next/dynamic'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Kbd } from '@/components/ui/kbd'
import type { JumpEntry } from './jump-match'
import type { KeyHint } from './key-hint'

// Nobody pays for the palette before the first use.
const JumpPalette = dynamic(() => import('./jump-palette').then((module) => module.JumpPalette), { ssr: false })
const KeyList = dynamic(() => import('./key-list').then((module) => module.KeyList), { ssr: false })

type JumpButtonProps = { entries: readonly JumpEntry[]; keys: readonly KeyHint[] }

/** Opens the palette, by click or Ctrl/⌘-K; `?` lists the keys of the page. */
export function JumpButton({ entries, keys }: JumpButtonProps) {
  const isMac = useSyncExternalStore(neverChanges, onMac, () => false)
  const [shown, setShown] = useState<'palette' | 'keys' | null>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const asked = askedFor(event)
      if (asked === null) return
      event.preventDefault()
      setShown(asked)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  const close = () => setShown(null)
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setShown('palette')}
        className="flex h-8 items-center gap-2 rounded-md border border-line bg-panel px-2 text-ink-3 text-sm hover:border-line-strong hover:text-ink md:w-58 md:px-2.5"
      >
        <Search aria-hidden="true" className="size-4 md:hidden" />
        <span className="max-md:sr-only">Search or jump to…</span>
        <span aria-hidden="true" className="ml-auto max-md:hidden">
          <Kbd>{isMac ? '⌘K' : 'Ctrl K'}</Kbd>
        </span>
      </button>
      {shown === 'palette' ? <JumpPalette entries={entries} onClose={close} /> : null}
      {shown === 'keys' ? <KeyList keys={keys} onClose={close} /> : null}
    </>
  )
}

const neverChanges = () => () => {}
const onMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent)

function askedFor(event: KeyboardEvent): 'palette' | 'keys' | null {
  if (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey)
    return 'palette'
  const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')
  return event.key === '?' && !typing && !event.metaKey && !event.ctrlKey ? 'keys' : null
}
