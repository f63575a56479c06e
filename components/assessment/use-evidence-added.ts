'use client'

import { useRouter } from 'next/navigation'
import { showToast } from '@/components/ui/toast-store'
import type { Evidence } from '@/lib/model/evidence'

/** What follows once evidence was stored: it is said, the form goes, and the list shows what the server holds. */
export function useEvidenceAdded(onDone: () => void): (evidence: Evidence) => void {
  const router = useRouter()
  return ({ title }) => {
    showToast({ title: 'Evidence added', detail: title, tone: 'good' })
    onDone()
    router.refresh()
  }
}
