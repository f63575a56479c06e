'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { LinkButton } from '@/components/ui/link-button'
import { Refusal } from '@/components/ui/refusal'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import type { Day } from '@/lib/model/instant'
import { dayText } from '@/lib/presentation/date'
import { useCreateAssessment } from '@/lib/queries/assessments'
import { paths } from '@/lib/queries/paths'
import { draftOf } from './form-values'

export type AssessableDeployment = {
  id: string
  slug: string
  name: string
  /** Its latest approved assessment, to start from; null while nothing was approved. */
  latest: { name: string; asOf: Day } | null
}

type Props = {
  org: string
  deployments: readonly AssessableDeployment[]
  /** Slug of the deployment chosen at first. */
  chosen: string | undefined
  today: Day
  /** Id of the capability a new assessment begins with. */
  first: string | undefined
}

/** Starts a draft and leads to its first capability. The server judges the input; its reasons stand beside the fields. */
export function NewAssessmentForm({ org, deployments, chosen, today, first }: Props) {
  const router = useRouter()
  const [deploymentId, setDeploymentId] = useState((deployments.find((d) => d.slug === chosen) ?? deployments[0])?.id)
  const latest = deployments.find((d) => d.id === deploymentId)?.latest ?? null
  const create = useCreateAssessment(org)
  const reason = (field: string) => create.error?.problems.find((p) => p.field === field)?.reason
  const elsewhere = create.error && create.error.problems.length === 0 ? create.error : null

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    create.mutate(draftOf(new FormData(event.currentTarget)), {
      onSuccess: ({ id }) => router.push(paths.assessment(org, id, first)),
    })
  }

  return (
    <form onSubmit={submit} noValidate className="grid max-w-2xl gap-5">
      {elsewhere ? <Refusal title={elsewhere.title} detail={elsewhere.detail} requestId={elsewhere.requestId} /> : null}
      <div className="grid gap-4 md:grid-cols-2">
        <SelectField
          className="md:col-span-2"
          label="Deployment"
          name="deploymentId"
          required
          value={deploymentId}
          onChange={(e) => setDeploymentId(e.target.value)}
          error={reason('deploymentId')}
        >
          {deployments.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField label="Name" name="name" required hint="For example Q4 payments." error={reason('name')} />
        <TextField
          label="As of"
          name="asOf"
          type="date"
          required
          defaultValue={today}
          max={today}
          hint="The day the assessment speaks for."
          error={reason('asOf')}
        />
        <StartFrom key={deploymentId} latest={latest} />
      </div>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={create.isPending || create.isSuccess}>
          Start the assessment
        </Button>
        <LinkButton href={paths.assessments(org)}>Cancel</LinkButton>
      </div>
    </form>
  )
}

const StartFrom = ({ latest }: { latest: AssessableDeployment['latest'] }) =>
  latest ? (
    <Checkbox
      className="md:col-span-2"
      name="copyFrom"
      value="latest"
      defaultChecked
      label="Start from the last approved answers"
      hint={`Answers of “${latest.name}”, as of ${dayText(latest.asOf)}, and their evidence that has not expired. You confirm or change each.`}
    />
  ) : (
    <p className="text-ink-3 text-xs md:col-span-2">
      Nothing of this deployment was approved yet, so the assessment starts empty.
    </p>
  )
