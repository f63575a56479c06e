'use client'

import { PageFailed } from '@/components/step-up/page-failed'

type Props = { error: unknown; retry: () => void }

export default function MaturityError({ error, retry }: Props) {
  return (
    <PageFailed
      title="Maturity could not be shown"
      lost="Approved results are frozen, so nothing of them was changed or lost."
      error={error}
      retry={retry}
    />
  )
}
