'use client'

import { ErrorState } from '@/components/ui/error-state'
import { PageHeading } from '@/components/ui/page-heading'
import { errorDigest } from '@/lib/presentation/error-digest'
import { ProofOrError } from './proof-or-error'

type Props = {
  title: string
  /** Whether anything was lost, in a sentence. */
  lost?: string
  error: unknown
  retry: () => void
}

/** In place of a page that failed: a proof is asked for where that is all it lacks, a refusal is explained. */
export const PageFailed = ({
  title,
  lost = 'Reading a page changes nothing, so nothing was lost.',
  ...failure
}: Props) => (
  <>
    <PageHeading title={title} />
    <ProofOrError {...failure}>
      <ErrorState title="Something failed on our side" requestId={errorDigest(failure.error)} onRetry={failure.retry}>
        {lost} Try again; if it fails again, tell whoever runs Proofline the request id.
      </ErrorState>
    </ProofOrError>
  </>
)
