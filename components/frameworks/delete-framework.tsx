'use client'

import { DeleteButton } from '@/components/ui/delete-button'
import { useDeleteFramework } from '@/lib/queries/frameworks'
import { paths } from '@/lib/queries/paths'

/** Removes a framework that no audit is about. */
export const DeleteFramework = ({ org, id, name }: { org: string; id: string; name: string }) => (
  <DeleteButton
    name={name}
    confirm="Delete the framework"
    remove={useDeleteFramework(org, id)}
    listHref={paths.frameworks(org)}
  >
    <p>Its requirements, what they are mapped to and its file go with it and do not come back.</p>
  </DeleteButton>
)
