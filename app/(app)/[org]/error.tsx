'use client'

import { PageFailed } from '@/components/step-up/page-failed'

type Props = { error: unknown; retry: () => void }

export default function OrganizationError({ error, retry }: Props) {
  return <PageFailed title="This page could not be shown" error={error} retry={retry} />
}
