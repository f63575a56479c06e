'use client'

import { DeleteButton } from '@/components/ui/delete-button'
import { countText } from '@/lib/presentation/number'
import { useDeleteConnection, useHoldings } from '@/lib/queries/connections'
import { paths } from '@/lib/queries/paths'

/** Counts what goes with it before it goes. */
export const DeleteConnection = ({ org, id, name }: { org: string; id: string; name: string }) => (
  <DeleteButton
    name={name}
    confirm="Delete it with all it holds"
    remove={useDeleteConnection(org, id)}
    listHref={paths.connections(org)}
  >
    <Holdings org={org} id={id} />
  </DeleteButton>
)

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
