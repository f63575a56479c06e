'use client'

import { ProofOrError } from '@/components/step-up/proof-or-error'
import { ErrorState } from '@/components/ui/error-state'
import { PageHeading } from '@/components/ui/page-heading'
import { errorDigest } from '@/lib/presentation/error-digest'

type Props = { error: unknown; retry: () => void }

export default function MaturityError({ error, retry }: Props) {
  return (
    <>
      <PageHeading title="Maturity could not be shown" />
      <ProofOrError error={error} retry={retry}>
        <ErrorState title="Something failed on our side" requestId={errorDigest(error)} onRetry={retry}>
          Approved results are frozen, so nothing of them was changed or lost. Try again; if it fails again, tell
          whoever runs Proofline the request id.
        </ErrorState>
      </ProofOrError>
    </>
  )
}
