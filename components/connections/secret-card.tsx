'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Refusal } from '@/components/ui/refusal'
import { TextField } from '@/components/ui/text-field'
import { TextareaField } from '@/components/ui/textarea-field'
import { showToast } from '@/components/ui/toast-store'
import { type GivenConnection, useSetSecret } from '@/lib/queries/connections'

type Props = { org: string; id: string; kind: 'kubeconfig' | 'aws-keys'; hasSecret: boolean }

/** Credentials are given, replaced or forgotten here; they are sealed and cannot be read again. */
export function SecretCard({ org, id, kind, hasSecret }: Props) {
  const router = useRouter()
  const [round, setRound] = useState(0)
  const set = useSetSecret(org, id)
  const save = (secret: GivenConnection | null) =>
    set.mutate(secret, {
      onSuccess: () => {
        showToast({
          title: secret === null ? 'The credentials are forgotten' : 'The credentials are sealed',
          tone: 'good',
        })
        setRound(round + 1)
        router.refresh()
      },
    })
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    save(secretOf(kind, new FormData(event.currentTarget)))
  }
  const reason = (field: string) => set.error?.problems.find((problem) => problem.field === field)?.reason
  return (
    <Card
      title="Credentials"
      note={hasSecret ? 'Kept, sealed with the key of this organization.' : 'None are kept: it cannot be read yet.'}
      aside={
        hasSecret ? (
          <Button size="sm" busy={set.isPending} onClick={() => save(null)}>
            Forget them
          </Button>
        ) : undefined
      }
    >
      <form key={round} onSubmit={submit} noValidate className="grid gap-4">
        {set.error ? (
          <Refusal title={set.error.title} detail={set.error.detail} requestId={set.error.requestId} />
        ) : null}
        {kind === 'kubeconfig' ? (
          <TextareaField
            label="Kubeconfig"
            name="kubeconfig"
            rows={6}
            autoComplete="off"
            spellCheck={false}
            error={reason('kubeconfig')}
          />
        ) : (
          <div className="grid gap-4 md:grid-cols-2">
            <TextField label="Access key id" name="accessKeyId" autoComplete="off" error={reason('accessKeyId')} />
            <TextField
              label="Secret access key"
              name="secretAccessKey"
              type="password"
              autoComplete="off"
              error={reason('secretAccessKey')}
            />
          </div>
        )}
        <div>
          <Button type="submit" variant="primary" busy={set.isPending}>
            {hasSecret ? 'Replace them' : 'Seal them'}
          </Button>
        </div>
      </form>
    </Card>
  )
}

function secretOf(kind: Props['kind'], form: FormData): GivenConnection {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  return kind === 'kubeconfig'
    ? { kind, kubeconfig: text('kubeconfig') }
    : { kind, accessKeyId: text('accessKeyId'), secretAccessKey: text('secretAccessKey') }
}
