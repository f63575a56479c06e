import Link from 'next/link'
import type { ComponentProps } from 'react'
import { classNames } from './class-names'

type TextLinkProps = ComponentProps<typeof Link> & { quiet?: boolean }

/** A link inside text. `quiet` keeps the colour of the text and underlines on hover, for cells and lists. */
export const TextLink = ({ quiet = false, className, ...rest }: TextLinkProps) => (
  <Link
    {...rest}
    className={classNames(
      'rounded-xs decoration-from-font underline-offset-3',
      quiet ? 'hover:underline' : 'text-accent underline hover:text-accent-strong',
      className,
    )}
  />
)
