'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { showToast } from '@/components/ui/toast-store'
import { passkeyProblem } from '@/lib/queries/passkey-problem'
import { useAddPasskey } from '@/lib/queries/passkeys'

/** Lets the browser make a passkey. It is named after what keeps it, and can be renamed. */
export function AddPasskey({ variant = 'secondary' }: { variant?: 'primary' | 'secondary' }) {
  const router = useRouter()
  const add = useAddPasskey()
  const start = () =>
    add.mutate(undefined, {
      onSuccess: ({ name }) => {
        showToast({ title: 'Passkey added', detail: `It is called “${name}”.`, tone: 'good' })
        router.refresh()
      },
    })
  const problem = add.error ? passkeyProblem(add.error) : null
  return (
    <div className="grid justify-items-end gap-2">
      <Button size={variant === 'primary' ? 'md' : 'sm'} variant={variant} busy={add.isPending} onClick={start}>
        Add a passkey
      </Button>
      <div role="alert" className="max-w-md text-left empty:hidden">
        {problem ? (
          <Callout tone="bad" title={problem.title}>
            {problem.detail}
          </Callout>
        ) : null}
      </div>
    </div>
  )
}
