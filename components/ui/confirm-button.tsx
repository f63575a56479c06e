'use client'

import { type ComponentProps, type ReactNode, useState } from 'react'
import { Button } from './button'
import { Dialog } from './dialog'
import { Refusal } from './refusal'

type Props = {
  label: ReactNode
  /** The name of the button when its label does not say it. */
  buttonLabel?: string
  variant?: ComponentProps<typeof Button>['variant']
  size?: 'sm' | 'md'
  title: string
  /** What the confirming button says. */
  confirm: string
  confirmVariant?: 'primary' | 'danger'
  /** The act cannot be done yet; the dialog says why. */
  isBlocked?: boolean
  isBusy: boolean
  /** What the server refused, and the request to ask about. */
  problem: { title: string; detail?: string; requestId?: string } | null
  /** Acts; call `done` once it succeeded. */
  onConfirm: (done: () => void) => void
  children: ReactNode
}

/** A button whose act is asked about first; a refusal stays in the dialog, where it can be tried again. */
export function ConfirmButton(props: Props) {
  const { label, buttonLabel, variant, size, title, confirm, confirmVariant = 'danger', isBusy, problem } = props
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant={variant}
        size={size}
        aria-label={buttonLabel}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={title}
        footer={
          <>
            <Button data-close>Cancel</Button>
            <Button
              variant={confirmVariant}
              busy={isBusy}
              disabled={props.isBlocked}
              onClick={() => props.onConfirm(() => setOpen(false))}
            >
              {confirm}
            </Button>
          </>
        }
      >
        {problem === null ? null : (
          <div className="mb-3">
            <Refusal title={problem.title} detail={problem.detail} requestId={problem.requestId} />
          </div>
        )}
        <div className="whitespace-normal text-left text-ink-2">{props.children}</div>
      </Dialog>
    </>
  )
}
