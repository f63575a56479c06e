'use client'

import { PageFailed } from '@/components/step-up/page-failed'

type Props = { error: unknown; retry: () => void }

export default function AccountError({ error, retry }: Props) {
  return <PageFailed title="Your account could not be shown" error={error} retry={retry} />
}
