'use client'

import { PageFailed } from '@/components/step-up/page-failed'
import { StepUpRegion } from '@/components/step-up/step-up-region'

type Props = { error: unknown; retry: () => void }

/** Where the frame itself could not be made, so nothing of it is there. */
export default function AppError({ error, retry }: Props) {
  return (
    <main className="mx-auto max-w-3xl px-5 py-10">
      <StepUpRegion />
      <PageFailed title="This page could not be shown" error={error} retry={retry} />
    </main>
  )
}
