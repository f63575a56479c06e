'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { onStepUp } from '@/lib/queries/step-up'

// Most visits never need it.
const StepUpDialog = dynamic(() => import('./step-up-dialog').then((module) => module.StepUpDialog), { ssr: false })

type Asked = { why: string | undefined; settle: (proven: boolean) => void }

/** Where somebody is asked to prove once more who they are, whichever request needs it. One per page. */
export function StepUpRegion() {
  const [asked, setAsked] = useState<Asked | null>(null)
  useEffect(() => onStepUp((why) => new Promise((settle) => setAsked({ why, settle }))), [])
  // Whoever waits must hear of it when the page goes away.
  useEffect(() => () => asked?.settle(false), [asked])
  if (!asked) return null
  const done = (proven: boolean) => {
    asked.settle(proven)
    setAsked(null)
  }
  return <StepUpDialog why={asked.why} onDone={done} />
}
