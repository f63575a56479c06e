import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { IntentLink } from './intent-link'

type TextLinkProps = ComponentProps<typeof IntentLink> & { quiet?: boolean }

/** A link inside text. `quiet` keeps the colour of the text and underlines on hover, for cells and lists. */
export const TextLink = ({ quiet = false, className, ...rest }: TextLinkProps) => (
  <IntentLink
    {...rest}
    className={classNames(
      'rounded-xs decoration-from-font underline-offset-3',
      quiet ? 'hover:underline' : 'text-accent underline hover:text-accent-strong',
      className,
    )}
  />
)
