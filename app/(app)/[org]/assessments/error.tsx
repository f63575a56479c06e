'use client'

import { PageFailed } from '@/components/step-up/page-failed'

type Props = { error: unknown; retry: () => void }

export default function AssessmentsError({ error, retry }: Props) {
  return (
    <PageFailed
      title="This assessment page could not be shown"
      lost="Answers that were said to be saved are saved."
      error={error}
      retry={retry}
    />
  )
}
