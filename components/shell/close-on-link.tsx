'use client'

import type { MouseEvent, ReactNode } from 'react'

type CloseOnLinkProps = { id: string; className?: string; children: ReactNode }

/** A popover element that closes when a link inside is followed; where CSS shows it always, that does nothing. */
export const CloseOnLink = ({ id, className, children }: CloseOnLinkProps) => (
  // biome-ignore lint/a11y/noStaticElementInteractions: the handler only follows up on links inside
  // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link arrives as a click
  <div id={id} popover="auto" onClick={closeAfterLink} className={className}>
    {children}
  </div>
)

function closeAfterLink(event: MouseEvent<HTMLDivElement>) {
  const nav = event.currentTarget
  if (event.target instanceof Element && event.target.closest('a[href]') && nav.matches(':popover-open'))
    nav.hidePopover()
}
