'use client'

import { type RefObject, useCallback, useRef } from 'react'

type Modal = { ref: RefObject<HTMLDialogElement | null>; open: () => void; close: () => void }

/** A native dialog and the two verbs it knows; the browser keeps focus inside and gives it back. */
export function useModal(): Modal {
  const ref = useRef<HTMLDialogElement>(null)
  const open = useCallback(() => {
    if (ref.current && !ref.current.open) ref.current.showModal()
  }, [])
  const close = useCallback(() => ref.current?.close(), [])
  return { ref, open, close }
}
