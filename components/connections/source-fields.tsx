import { TextField } from '@/components/ui/text-field'
import type { ConnectionKind, ConnectionSettings } from '@/lib/model/connection'
import { AwsFields } from './aws-fields'
import { KubernetesFields } from './kubernetes-fields'

type Props = {
  kind: ConnectionKind
  settings: ConnectionSettings | null
  withKubeconfig?: boolean
  reason: (field: string) => string | undefined
}

/** What has to be said of a source of this kind. */
export function SourceFields({ kind, settings, withKubeconfig = false, reason }: Props) {
  if (kind === 'aws') return <AwsFields settings={settings?.kind === 'aws' ? settings : null} reason={reason} />
  if (kind === 'kubernetes') {
    const cluster = settings?.kind === 'kubernetes' ? settings : null
    return <KubernetesFields settings={cluster} withKubeconfig={withKubeconfig} reason={reason} />
  }
  if (kind === 'terraform') {
    return (
      <TextField
        label="Workspace"
        name="workspace"
        required
        defaultValue={settings?.kind === 'terraform' ? settings.workspace : ''}
        hint="What the plans and states handed in belong to."
        error={reason('settings.workspace')}
      />
    )
  }
  return (
    <TextField
      label="Product"
      name="product"
      required
      defaultValue={settings?.kind === 'findings' ? settings.product : ''}
      hint="The scanner whose files are handed in, for example Prowler."
      error={reason('settings.product')}
    />
  )
}
