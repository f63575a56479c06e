'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Refusal } from '@/components/ui/refusal'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast-store'
import type { Deployment } from '@/lib/model/deployment'
import { slugOf } from '@/lib/presentation/slug-of'
import { useSaveDeployment } from '@/lib/queries/deployments'
import { paths } from '@/lib/queries/paths'
import { deploymentOf } from './form-values'
import { RolloutFields } from './rollout-fields'

type Props = { org: string; deployment: Deployment | null }

/** Makes or edits a deployment. The server judges the input; its reasons stand beside the fields they are about. */
export function DeploymentForm({ org, deployment }: Props) {
  const router = useRouter()
  const [slug, setSlug] = useState(deployment?.slug ?? '')
  const save = useSaveDeployment(org, deployment?.id ?? null)
  const reason = (field: string): string | undefined => save.error?.problems.find((p) => p.field === field)?.reason
  const elsewhere = save.error && save.error.problems.length === 0 ? save.error : null

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    save.mutate(deploymentOf(new FormData(event.currentTarget)), {
      onSuccess: () => {
        showToast({ title: deployment ? 'Deployment saved' : 'Deployment added', tone: 'good' })
        router.push(paths.deployments(org))
        router.refresh()
      },
    })
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      {elsewhere ? <Refusal title={elsewhere.title} detail={elsewhere.detail} requestId={elsewhere.requestId} /> : null}
      <div className="grid gap-4 md:grid-cols-2">
        <TextField
          label="Name"
          name="name"
          required
          defaultValue={deployment?.name}
          error={reason('name')}
          onChange={(e) => (deployment ? undefined : setSlug(slugOf(e.target.value)))}
        />
        <TextField
          label="Name in addresses"
          name="slug"
          required
          value={slug}
          onChange={(e) => setSlug(e.target.value)}
          hint="Lower-case letters, digits and hyphens."
          error={reason('slug')}
        />
        <TextField
          className="md:col-span-2"
          label="Environment"
          name="environment"
          defaultValue={deployment?.environment}
          hint="Where the rollout happens, for example AWS + EKS."
          error={reason('environment')}
        />
      </div>
      <RolloutFields rollouts={deployment?.rollouts ?? []} reason={reason} />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={save.isPending}>
          {save.isPending ? 'Saving…' : deployment ? 'Save changes' : 'Add deployment'}
        </Button>
        <LinkButton href={paths.deployments(org)}>Cancel</LinkButton>
      </div>
    </form>
  )
}
