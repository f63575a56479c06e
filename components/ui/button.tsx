import type { ComponentProps } from 'react'
import { type ButtonStyle, buttonStyle } from './button-style'
import { classNames } from './class-names'
import { Spinner } from './spinner'

type ButtonProps = ComponentProps<'button'> & ButtonStyle & { busy?: boolean }

/** A button. While `busy` it keeps its width and focus, shows a spinner and ignores clicks. */
export function Button({ variant, size, busy = false, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={classNames(buttonStyle({ variant, size }), className)}
    >
      {busy ? <Spinner /> : null}
      {children}
    </button>
  )
}
