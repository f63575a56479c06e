'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Refusal } from '@/components/ui/refusal'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast-store'
import type { ConnectionKind } from '@/lib/model/connection'
import type { ConnectionView } from '@/lib/model/connection-view'
import { choiceOf } from '@/lib/presentation/schedule'
import { useChangeConnection, useCreateConnection } from '@/lib/queries/connections'
import { paths } from '@/lib/queries/paths'
import { changeOf, connectionOf, isScheduled } from './form-values'
import { ScheduleFields } from './schedule-fields'
import { SourceFields } from './source-fields'

type Props = {
  org: string
  kind: ConnectionKind
  connection: ConnectionView | null
  deployments: readonly { id: string; name: string }[]
  /** Whether this person may set credentials. */
  withKubeconfig?: boolean
}

/** Makes a connection or edits one. The server judges; its reasons stand beside the fields they are about. */
export function ConnectionForm({ org, kind, connection, deployments, withKubeconfig = false }: Props) {
  const router = useRouter()
  const [schedule, setSchedule] = useState(choiceOf(connection ? connection.schedule : '0 6 * * *'))
  const create = useCreateConnection(org)
  const change = useChangeConnection(org, connection?.id ?? '')
  const { error, isPending } = connection ? change : create
  const reason = (field: string) => error?.problems.find((problem) => problem.field.startsWith(field))?.reason

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const onSuccess = ({ id, name }: ConnectionView) => {
      showToast({ title: connection ? `${name} saved` : `${name} added`, tone: 'good' })
      router.push(paths.connection(org, id, connection ? undefined : 'setup'))
      router.refresh()
    }
    if (connection) change.mutate(changeOf(kind, form, schedule), { onSuccess })
    else create.mutate(connectionOf(kind, form, schedule), { onSuccess })
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      {error ? <Refusal title={error.title} detail={error.detail} requestId={error.requestId} /> : null}
      <div className="grid items-start gap-4 md:grid-cols-2">
        <TextField label="Name" name="name" required defaultValue={connection?.name} error={reason('name')} />
        <SelectField
          label="Feeds"
          name="deploymentId"
          defaultValue={connection?.deploymentId ?? ''}
          hint="Whose capabilities what is read supports."
          error={reason('deploymentId')}
        >
          <option value="">The whole organization</option>
          {deployments.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <SourceFields
        kind={kind}
        settings={connection?.settings ?? null}
        withKubeconfig={withKubeconfig}
        reason={reason}
      />
      {isScheduled(kind) ? (
        <ScheduleFields
          org={org}
          choice={schedule}
          onChoose={setSchedule}
          jitterMinutes={connection?.jitterMinutes ?? 15}
          reason={reason}
        />
      ) : null}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={isPending}>
          {connection ? 'Save changes' : 'Add the connection'}
        </Button>
        <LinkButton href={connection ? paths.connection(org, connection.id) : paths.connections(org)}>
          Cancel
        </LinkButton>
      </div>
    </form>
  )
}
