import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Refusal } from '@/components/ui/refusal'
import type { ApiProblem } from '@/lib/queries/api'

type Props = {
  label: string
  variant?: 'primary' | 'secondary'
  title: string
  confirm: string
  isBusy: boolean
  error: ApiProblem | null
  /** Acts; call `close` once it succeeded. */
  onConfirm: (close: () => void) => void
  children: ReactNode
}

/** A button and the dialog in which something is decided; a refusal that names a field is shown there by the field. */
export function ActDialog({ label, variant, title, confirm, isBusy, error, onConfirm, children }: Props) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button variant={variant} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open ? (
        <Dialog
          open
          onClose={close}
          title={title}
          footer={
            <>
              <Button data-close>Cancel</Button>
              <Button variant="primary" busy={isBusy} onClick={() => onConfirm(close)}>
                {confirm}
              </Button>
            </>
          }
        >
          <div className="grid gap-4">
            {error && error.problems.length === 0 ? (
              <Refusal title={error.title} detail={error.detail} requestId={error.requestId} />
            ) : null}
            {children}
          </div>
        </Dialog>
      ) : null}
    </>
  )
}

/** Why a field was refused; undefined when it was not. */
export const reasonIn = (error: ApiProblem | null, field: string): string | undefined =>
  error?.problems.find((one) => one.field === field)?.reason
