'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast-store'
import type { EvidencePack } from '@/lib/model/evidence-pack'
import { useRequestPack } from '@/lib/queries/evidence-packs'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; pack: Pick<EvidencePack, 'framework' | 'period' | 'deploymentIds' | 'asOf' | 'sampling'> }

/** Builds the same pack once more, told as of the same instant. */
export function RebuildPack({ org, pack }: Props) {
  const router = useRouter()
  const request = useRequestPack(org)
  const { framework, period, deploymentIds, asOf, sampling } = pack
  const start = () =>
    request.mutate(
      { framework, period, deploymentIds, asOf, sampling },
      {
        onSuccess: ({ id }) => router.push(paths.evidencePack(org, id)),
        onError: ({ title, detail }) => showToast({ title, detail, tone: 'bad' }),
      },
    )
  return (
    <Button disabled={request.isPending} onClick={start}>
      {request.isPending ? 'Asking…' : 'Build it again'}
    </Button>
  )
}
