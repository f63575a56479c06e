'use client'

import X from 'lucide-react/icons/x'
import { type MouseEvent, type ReactNode, type RefObject, useId } from 'react'
import { classNames } from './class-names'
import { IconButton } from './icon-button'

type ModalFrameProps = {
  ref: RefObject<HTMLDialogElement | null>
  title: ReactNode
  description?: ReactNode
  footer?: ReactNode
  onClosed?: () => void
  className: string
  children?: ReactNode
}

/** A native modal dialog with heading, body that scrolls, and footer. Anything inside with `data-close` closes it. */
export function ModalFrame({ ref, title, description, footer, onClosed, className, children }: ModalFrameProps) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a button arrives as a click
    <dialog
      ref={ref}
      closedby="any"
      aria-labelledby={`${id}-title`}
      aria-describedby={description === undefined ? undefined : `${id}-description`}
      onClose={onClosed}
      onClick={closeOnRequest}
      className={classNames('flex-col border border-line-strong bg-panel text-ink shadow-raised open:flex', className)}
    >
      <div className="flex items-start justify-between gap-4 border-line border-b px-5 py-3.5">
        <div className="min-w-0">
          <h2 id={`${id}-title`} className="font-semibold text-lg tracking-[-0.01em]">
            {title}
          </h2>
          {description === undefined ? null : (
            <p id={`${id}-description`} className="mt-0.5 text-ink-2 text-sm">
              {description}
            </p>
          )}
        </div>
        <IconButton label="Close" data-close className="-mr-2 -mt-1">
          <X aria-hidden="true" />
        </IconButton>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4 text-sm">{children}</div>
      {footer === undefined ? null : (
        <div className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">{footer}</div>
      )}
    </dialog>
  )
}

function closeOnRequest(event: MouseEvent<HTMLDialogElement>) {
  if (event.target instanceof Element && event.target.closest('[data-close]')) event.currentTarget.close()
}
