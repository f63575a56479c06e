'use client'

import type { ReactNode } from 'react'
import { buttonStyle } from './button-style'
import { ModalFrame } from './modal-frame'
import { useModal } from './use-modal'

type DrawerProps = {
  /** What opens it, for example `How is this computed?`. */
  label: ReactNode
  title: ReactNode
  description?: ReactNode
  footer?: ReactNode
  /** `quiet` is a dotted link beside a heading, `button` a button. */
  opener?: 'quiet' | 'button'
  children: ReactNode
}

const OPENER = {
  quiet:
    'rounded-xs border-ink-3 border-b border-dotted text-ink-3 text-xs leading-tight hover:border-solid hover:text-ink print:hidden',
  button: buttonStyle({}),
}

/** A panel from the side, over the page, for what stands behind a figure. Its content is rendered by the server. */
export function Drawer({ label, opener = 'quiet', ...frame }: DrawerProps) {
  const modal = useModal()
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={modal.open} className={OPENER[opener]}>
        {label}
      </button>
      <ModalFrame
        {...frame}
        ref={modal.ref}
        className="fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-[min(30rem,100vw)] max-w-none border-y-0 border-r-0 open:animate-drawer"
      />
    </>
  )
}
