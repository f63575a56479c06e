'use client'

import { useRouter } from 'next/navigation'
import type { ComponentProps, ReactNode } from 'react'
import { ConfirmButton } from './confirm-button'
import { showToast } from './toast-store'

type Props = {
  /** What is deleted. */
  name: string
  /** What the confirming button says. */
  confirm: string
  remove: {
    isPending: boolean
    error: ComponentProps<typeof ConfirmButton>['problem']
    mutate: (nothing: undefined, on: { onSuccess: () => void }) => void
  }
  /** Where one is led once it is gone. */
  listHref: string
  children: ReactNode
}

/** Deletes something after asking; what goes with it stands in the dialog. */
export function DeleteButton({ name, confirm, remove, listHref, children }: Props) {
  const router = useRouter()
  const onConfirm = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        showToast({ title: `${name} deleted`, tone: 'good' })
        router.push(listHref)
        router.refresh()
      },
    })
  return (
    <ConfirmButton
      label="Delete"
      variant="danger"
      title={`Delete ${name}?`}
      isBusy={remove.isPending}
      problem={remove.error}
      {...{ confirm, onConfirm }}
    >
      {children}
    </ConfirmButton>
  )
}
