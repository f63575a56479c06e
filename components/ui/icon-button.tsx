import type { ComponentProps } from 'react'
import { Button } from './button'

type IconButtonProps = Omit<ComponentProps<typeof Button>, 'size' | 'aria-label'> & { label: string }

/** A square button with an icon as its child; `label` is its name and its tooltip. */
export const IconButton = ({ label, variant = 'quiet', ...rest }: IconButtonProps) => (
  <Button {...rest} variant={variant} size="icon" aria-label={label} title={label} />
)
