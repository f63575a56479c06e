'use client'

import { ErrorState } from '@/components/ui/error-state'
import { PageHeading } from '@/components/ui/page-heading'
import { errorDigest } from '@/lib/presentation/error-digest'

type Props = { error: unknown; retry: () => void }

export default function OrganizationError({ error, retry }: Props) {
  return (
    <>
      <PageHeading title="This page could not be shown" />
      <ErrorState title="Something failed on our side" requestId={errorDigest(error)} onRetry={retry}>
        Reading a page changes nothing, so nothing was lost. Try again; if it fails again, tell whoever runs Proofline
        the request id.
      </ErrorState>
    </>
  )
}
