'use client'

import { DeleteButton } from '@/components/ui/delete-button'
import type { Deployment } from '@/lib/model/deployment'
import { useDeleteDeployment } from '@/lib/queries/deployments'
import { paths } from '@/lib/queries/paths'

/** A deployment that holds records is refused by the server, which says what holds it. */
export const DeleteDeployment = ({ org, deployment: { id, name } }: { org: string; deployment: Deployment }) => (
  <DeleteButton name={name} confirm="Delete" remove={useDeleteDeployment(org, id)} listHref={paths.deployments(org)}>
    Its layer dates go with it. This cannot be undone.
  </DeleteButton>
)
