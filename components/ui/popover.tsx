'use client'

import { type CSSProperties, type MouseEvent, type ReactNode, useId } from 'react'
import { classNames } from './class-names'

type PopoverProps = {
  /** What the button shows. */
  label: ReactNode
  /** The button's name, when what it shows does not say it. */
  buttonLabel?: string
  /** Which edge of the button the panel keeps. */
  align?: 'start' | 'end'
  buttonClassName?: string
  panelClassName?: string
  children: ReactNode
}

/**
 * A button and the panel it opens, with the browser's own popover: top layer, Escape, a click elsewhere, and focus
 * order come with it. Choosing a link in the panel closes it, because the layout survives the navigation.
 */
export function Popover({
  label,
  buttonLabel,
  align = 'start',
  buttonClassName,
  panelClassName,
  children,
}: PopoverProps) {
  const id = useId()
  const anchor = `--${id}`
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={buttonLabel}
        className={buttonClassName}
        style={{ anchorName: anchor } as CSSProperties}
      >
        {label}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the handler only follows up on links inside */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link arrives as a click */}
      <div
        id={id}
        popover="auto"
        onClick={closeAfterLink}
        style={{ positionAnchor: anchor } as CSSProperties}
        className={classNames(
          'max-h-[min(28rem,80dvh)] min-w-48 max-w-[calc(100vw-1.5rem)] overflow-y-auto rounded-lg border border-line-strong bg-panel p-1.5 text-ink shadow-raised [position-try-fallbacks:flip-block] supports-[position-area:end]:inset-auto supports-[position-area:end]:my-1.5',
          align === 'start'
            ? '[position-area:block-end_span-inline-end]'
            : '[position-area:block-end_span-inline-start]',
          panelClassName,
        )}
      >
        {children}
      </div>
    </>
  )
}

function closeAfterLink(event: MouseEvent<HTMLDivElement>) {
  if (event.target instanceof Element && event.target.closest('a[href],[data-close]')) event.currentTarget.hidePopover()
}
