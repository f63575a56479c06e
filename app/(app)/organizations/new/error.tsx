'use client'

import { ErrorState } from '@/components/ui/error-state'
import { PageHeading } from '@/components/ui/page-heading'
import { errorDigest } from '@/lib/presentation/error-digest'

type Props = { error: unknown; retry: () => void }

export default function NewOrganizationError({ error, retry }: Props) {
  return (
    <>
      <PageHeading title="The form could not be shown" />
      <ErrorState title="Something failed on our side" requestId={errorDigest(error)} onRetry={retry}>
        No organization was created. Try again; if it fails again, tell whoever runs Proofline the request id.
      </ErrorState>
    </>
  )
}
