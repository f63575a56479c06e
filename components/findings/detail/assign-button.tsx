import { useState } from 'react'
import { useAssignFinding } from '@/lib/queries/findings'
import { OwnerField } from '../owner-field'
import { ActDialog, reasonIn } from './act-dialog'

type Props = { org: string; id: string; ownerId: string | null; onDone: (title: string) => void }

export function AssignButton({ org, id, ownerId, onDone }: Props) {
  const assign = useAssignFinding(org, id)
  const [owner, setOwner] = useState(ownerId ?? '')
  return (
    <ActDialog
      label="Assign…"
      variant="primary"
      title="Assign the finding"
      confirm="Assign"
      isBusy={assign.isPending}
      error={assign.error}
      onConfirm={(close) =>
        assign.mutate(
          { ownerId: owner || null },
          {
            onSuccess: ({ owner: given }) => {
              close()
              onDone(given ? `Assigned to ${given.name}` : 'Assigned to nobody')
            },
          },
        )
      }
    >
      <OwnerField
        org={org}
        label="Owner"
        none="Nobody"
        value={owner}
        error={reasonIn(assign.error, 'ownerId')}
        onChange={setOwner}
      />
    </ActDialog>
  )
}
