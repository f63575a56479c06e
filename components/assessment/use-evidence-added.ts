'use client'

import { useRouter } from 'next/navigation'

/** What follows once evidence was stored: the form goes, and the list shows, and speaks, what the server holds. */
export function useEvidenceAdded(onDone: () => void): () => void {
  const router = useRouter()
  return () => {
    onDone()
    router.refresh()
  }
}
