'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { announceArrival } from './arrival'

type Props = { previousHref: string | null; nextHref: string | null }

/** J and K lead to the next and the previous capability, unless somebody is typing or a dialog is open. */
export function CapabilityKeys({ previousHref, nextHref }: Props) {
  const router = useRouter()
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const href = { j: nextHref, k: previousHref }[event.key.toLowerCase()] ?? null
      if (href === null || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      announceArrival()
      router.push(href)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [router, previousHref, nextHref])
  return null
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable], dialog') !== null
