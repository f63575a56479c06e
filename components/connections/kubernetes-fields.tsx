import { TextField } from '@/components/ui/text-field'
import { TextareaField } from '@/components/ui/textarea-field'
import type { KubernetesSettings } from '@/lib/model/connection'

type Props = {
  settings: KubernetesSettings | null
  /** Whether a kubeconfig may be given here. */
  withKubeconfig: boolean
  reason: (field: string) => string | undefined
}

const SYSTEM = 'kube-system, kube-public, kube-node-lease'

/** Which cluster, and as whom. */
export const KubernetesFields = ({ settings, withKubeconfig, reason }: Props) => (
  <div className="grid items-start gap-4 md:grid-cols-2">
    <TextField
      label="Cluster"
      name="cluster"
      required
      defaultValue={settings?.cluster}
      hint="What it is called in findings."
      error={reason('settings.cluster')}
    />
    <TextField
      label="Address of the API server"
      name="server"
      defaultValue={settings?.server}
      placeholder="https://k8s.example.org:6443"
      hint={withKubeconfig ? 'Taken from the kubeconfig when left empty.' : undefined}
      error={reason('settings.server')}
    />
    <TextField
      className="md:col-span-2"
      label="Namespaces of the platform"
      name="systemNamespaces"
      defaultValue={settings?.systemNamespaces.join(', ') ?? SYSTEM}
      hint="Left out of shares, because nobody there can follow the rules of applications."
      error={reason('settings.systemNamespaces')}
    />
    {withKubeconfig ? (
      <TextareaField
        className="md:col-span-2"
        label="Kubeconfig"
        name="kubeconfig"
        rows={6}
        autoComplete="off"
        spellCheck={false}
        hint="With a token or a client certificate written in it. It is sealed and never shown again; one that runs programs or reads files is refused."
        error={reason('secret') ?? reason('kubeconfig')}
      />
    ) : null}
  </div>
)
