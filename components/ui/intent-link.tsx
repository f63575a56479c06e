'use client'

import Link from 'next/link'
import { type ComponentProps, useState } from 'react'

/**
 * A link that fetches its page ahead when someone points at it or reaches it by keyboard, not as soon as it is seen:
 * a table of fifty rows, or the navigation, would otherwise ask for fifty pages nobody wants.
 */
export function IntentLink({ prefetch, ...rest }: ComponentProps<typeof Link>) {
  const [wanted, setWanted] = useState(false)
  const want = () => setWanted(true)
  return (
    <Link
      {...rest}
      prefetch={prefetch ?? (wanted ? null : false)}
      onMouseEnter={want}
      onFocus={want}
      onTouchStart={want}
    />
  )
}
