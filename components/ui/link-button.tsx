import type { ComponentProps } from 'react'
import { type ButtonStyle, buttonStyle } from './button-style'
import { classNames } from './class-names'
import { IntentLink } from './intent-link'

/** A link that reads as a button: it goes somewhere, so it stays a link. */
export const LinkButton = ({ variant, size, className, ...rest }: ComponentProps<typeof IntentLink> & ButtonStyle) => (
  <IntentLink {...rest} className={classNames(buttonStyle({ variant, size }), className)} />
)
