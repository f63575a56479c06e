import { buttonStyle } from '@/components/ui/button-style'
import type { CustomFrameworkFacts } from '@/lib/model/custom-framework'
import { paths } from '@/lib/queries/paths'
import { DeleteFramework } from './delete-framework'

type Props = { org: string; own: CustomFrameworkFacts; mayDelete: boolean }

/** What can be done with a framework of the organization's own. */
export const FrameworkActions = ({ org, own: { id, name }, mayDelete }: Props) => (
  <>
    <a className={buttonStyle({})} href={paths.api.framework(org, id, 'document')} download>
      Download its file
    </a>
    {mayDelete ? <DeleteFramework org={org} id={id} name={name} /> : null}
  </>
)
