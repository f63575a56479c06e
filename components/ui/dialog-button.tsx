'use client'

import { type ComponentProps, type ReactNode, useState } from 'react'
import { Button } from './button'
import { Dialog } from './dialog'

type DialogButtonProps = {
  label: ReactNode
  variant?: ComponentProps<typeof Button>['variant']
  buttonSize?: 'md' | 'sm'
} & Omit<ComponentProps<typeof Dialog>, 'open' | 'onClose'>

/** A button and the dialog it opens. Its content may come from the server; anything with `data-close` closes it. */
export function DialogButton({ label, variant, buttonSize, ...dialog }: DialogButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant={variant} size={buttonSize} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog {...dialog} open={open} onClose={() => setOpen(false)} />
    </>
  )
}
