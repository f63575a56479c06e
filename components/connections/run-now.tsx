'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast-store'
import { useStartRun } from '@/lib/queries/connections'
import { paths } from '@/lib/queries/paths'

/** Starts a run and shows it. */
export function RunNow({ org, id, label = 'Run now' }: { org: string; id: string; label?: string }) {
  const router = useRouter()
  const start = useStartRun(org, id)
  const run = () =>
    start.mutate(undefined, {
      onSuccess: (begun) => router.push(paths.run(org, begun.id)),
      onError: ({ title, detail }) => showToast({ title: detail ?? title, tone: 'bad' }),
    })
  return (
    <Button variant="primary" busy={start.isPending} onClick={run}>
      {label}
    </Button>
  )
}
