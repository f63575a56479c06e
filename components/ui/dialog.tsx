'use client'

import { type ReactNode, useEffect } from 'react'
import { classNames } from './class-names'
import { ModalFrame } from './modal-frame'
import { useModal } from './use-modal'

const WIDTH = {
  sm: 'w-[min(26rem,calc(100vw-1.5rem))]',
  md: 'w-[min(36rem,calc(100vw-1.5rem))]',
  lg: 'w-[min(56rem,calc(100vw-1.5rem))]',
}

type DialogProps = {
  open: boolean
  /** Called whenever it closed: Escape, the button, a click outside, or `open` turned false. */
  onClose: () => void
  title: ReactNode
  description?: ReactNode
  /** Buttons, the main one last. One with `data-close` closes. */
  footer?: ReactNode
  size?: keyof typeof WIDTH
  children?: ReactNode
}

/** A modal dialog held open by its parent. For one that opens itself see DialogButton. */
export function Dialog({ open, onClose, size = 'md', ...frame }: DialogProps) {
  const modal = useModal()
  useEffect(() => {
    if (open) modal.open()
    else modal.close()
  }, [open, modal.open, modal.close])
  return (
    <ModalFrame
      {...frame}
      ref={modal.ref}
      onClosed={onClose}
      className={classNames('m-auto max-h-[min(46rem,calc(100dvh-2rem))] rounded-lg', WIDTH[size])}
    />
  )
}
