'use client'

import { useRouter } from 'next/navigation'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { showToast } from '@/components/ui/toast-store'
import { countText } from '@/lib/presentation/number'
import { useDeleteConnection, useHoldings } from '@/lib/queries/connections'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; id: string; name: string }

/** Counts what goes with it before it goes. */
export function DeleteConnection({ org, id, name }: Props) {
  const router = useRouter()
  const remove = useDeleteConnection(org, id)
  const confirm = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        showToast({ title: `${name} deleted`, tone: 'good' })
        router.push(paths.connections(org))
        router.refresh()
      },
    })
  return (
    <ConfirmButton
      label="Delete"
      variant="danger"
      title={`Delete ${name}?`}
      confirm="Delete it with all it holds"
      isBusy={remove.isPending}
      problem={remove.error}
      onConfirm={confirm}
    >
      <Holdings org={org} id={id} />
    </ConfirmButton>
  )
}

function Holdings({ org, id }: { org: string; id: string }) {
  const { data, error } = useHoldings(org, id)
  if (error) return <p>What it holds could not be counted.</p>
  if (!data) return <p>Counting what it holds…</p>
  const { runs, snapshots, verdicts, findings, imports } = data
  return (
    <>
      <p>This goes with it and does not come back:</p>
      <ul className="mt-2 list-disc pl-5">
        <li>{countText(runs)} runs with their logs</li>
        <li>{countText(snapshots)} snapshots</li>
        <li>{countText(verdicts)} verdicts of checks</li>
        <li>{countText(findings)} findings with their history, exceptions and comments</li>
        <li>{countText(imports)} imported files of findings</li>
      </ul>
    </>
  )
}
