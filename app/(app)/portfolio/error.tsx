'use client'

import { PageFailed } from '@/components/step-up/page-failed'

type Props = { error: unknown; retry: () => void }

export default function PortfolioError({ error, retry }: Props) {
  return <PageFailed title="The portfolio could not be shown" error={error} retry={retry} />
}
