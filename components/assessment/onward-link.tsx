'use client'

import type { ComponentProps } from 'react'
import { LinkButton } from '@/components/ui/link-button'
import { announceArrival } from './arrival'

/** Back or Next: a link after which the next answer takes the focus. */
export const OnwardLink = (props: ComponentProps<typeof LinkButton>) => (
  <LinkButton {...props} onClick={announceArrival} />
)
