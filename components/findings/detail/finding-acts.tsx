'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { showToast } from '@/components/ui/toast-store'
import type { FindingSeverity } from '@/lib/model/finding-severity'
import { useEndException } from '@/lib/queries/findings'
import { AssignButton } from './assign-button'
import { ExceptButton } from './except-button'
import { RateButton } from './rate-button'

type Props = {
  org: string
  id: string
  ownerId: string | null
  severityOverride: FindingSeverity | null
  isOpen: boolean
  hasException: boolean
  may: { assign: boolean; except: boolean }
}

/** What can be decided about one finding. */
export function FindingActs({ org, id, may, ...finding }: Props) {
  const router = useRouter()
  const done = (title: string) => {
    showToast({ title, tone: 'good' })
    router.refresh()
  }
  return (
    <div className="mt-4 flex flex-wrap gap-2 print:hidden">
      {may.assign ? <AssignButton org={org} id={id} ownerId={finding.ownerId} onDone={done} /> : null}
      {may.except && finding.isOpen ? <ExceptButton org={org} id={id} onDone={done} /> : null}
      {may.except && finding.hasException ? <EndExceptionButton org={org} id={id} onDone={done} /> : null}
      {may.assign ? <RateButton org={org} id={id} severity={finding.severityOverride} onDone={done} /> : null}
    </div>
  )
}

function EndExceptionButton({ org, id, onDone }: { org: string; id: string; onDone: (title: string) => void }) {
  const end = useEndException(org, id)
  const [tried, setTried] = useState(false)
  return (
    <ConfirmButton
      label="End exception…"
      title="End the exception"
      confirm="End it"
      isBusy={end.isPending}
      problem={tried ? end.error : null}
      onConfirm={(close) => {
        setTried(true)
        end.mutate(undefined, {
          onSuccess: () => {
            close()
            onDone('Exception ended')
          },
        })
      }}
    >
      The finding counts among the open ones again at once.
    </ConfirmButton>
  )
}
