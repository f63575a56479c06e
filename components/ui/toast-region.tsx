'use client'

import X from 'lucide-react/icons/x'
import { useEffect, useSyncExternalStore } from 'react'
import { IconButton } from './icon-button'
import { Mark } from './mark'
import { dismissToast, type ShownToast, subscribeToasts, toasts } from './toast-store'

const NONE: readonly ShownToast[] = []
const READING_MS = 7_000

/** Where toasts appear. Problems stay until dismissed; the rest leave after a while. */
export function ToastRegion() {
  const shown = useSyncExternalStore(subscribeToasts, toasts, () => NONE)
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed right-4 bottom-4 z-50 grid w-[min(22rem,calc(100vw-2rem))] gap-2 print:hidden"
    >
      {shown.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function ToastCard({ toast }: { toast: ShownToast }) {
  const tone = toast.tone ?? 'neutral'
  useEffect(() => {
    if (tone === 'bad') return
    const timer = setTimeout(() => dismissToast(toast.id), READING_MS)
    return () => clearTimeout(timer)
  }, [toast.id, tone])
  return (
    <div className="pointer-events-auto flex items-start gap-2.5 rounded-lg border border-line-strong bg-panel py-2.5 pr-1.5 pl-3.5 text-sm shadow-raised">
      <Mark tone={tone} className="mt-1.5" label={tone === 'bad' ? 'Problem: ' : undefined} />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{toast.title}</p>
        {toast.detail === undefined ? null : <p className="text-ink-2">{toast.detail}</p>}
      </div>
      <IconButton label="Dismiss" onClick={() => dismissToast(toast.id)} className="-my-1">
        <X aria-hidden="true" />
      </IconButton>
    </div>
  )
}
