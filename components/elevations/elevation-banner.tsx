'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { Callout } from '@/components/ui/callout'
import { LocalTime } from '@/components/ui/local-time'
import { EndElevation } from './end-elevation'

type Props = {
  org: string
  /** The role as it reads in a sentence. */
  role: string
  until: string
  /** The request it came from; null when that is not known, and then it cannot be ended here. */
  id: string | null
}

/** A browser cannot wait longer than this at once. */
const LONGEST_WAIT_MS = 2_147_483_647

/** Reminds somebody on every page that they may do more than usual, and until when. Goes by itself when that is over. */
export function ElevationBanner({ org, role, until, id }: Props) {
  const router = useRouter()
  useEffect(() => {
    const wait = Math.min(Math.max(Date.parse(until) - Date.now(), 0) + 1_000, LONGEST_WAIT_MS)
    const timer = setTimeout(() => router.refresh(), wait)
    return () => clearTimeout(timer)
  }, [until, router])
  return (
    <Callout
      title={
        <>
          You act as {role} until <LocalTime instant={until} show="time" /> (elevated)
        </>
      }
      actions={id ? <EndElevation org={org} id={id} label="End now" /> : undefined}
    />
  )
}
