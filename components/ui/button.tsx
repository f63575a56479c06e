import type { ComponentProps } from 'react'
import { type ButtonStyle, buttonStyle } from './button-style'
import { classNames } from './class-names'
import { Spinner } from './spinner'

type ButtonProps = ComponentProps<'button'> & ButtonStyle & { busy?: boolean }

/** A button. While `busy` it keeps the focus, shows a spinner, and neither acts nor submits its form. */
export function Button({ variant, size, busy = false, className, children, type, onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={busy ? 'button' : (type ?? 'button')}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={busy ? undefined : onClick}
      className={classNames(buttonStyle({ variant, size }), className)}
    >
      {busy ? <Spinner /> : null}
      {children}
    </button>
  )
}
