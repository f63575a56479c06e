import type { ReactNode } from 'react'
import { AddPasskeyHint } from '@/components/account/add-passkey-hint'
import { requireActor } from '@/lib/auth/page-actor'
import { getPortfolioMark } from '@/lib/services/get-portfolio-mark'
import { Frame } from '../frame'

export default async function PortfolioLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  return (
    <Frame actor={actor} organization={null} synthetic={await getPortfolioMark(actor)}>
      {actor.context.hasCredential ? null : <AddPasskeyHint />}
      {children}
    </Frame>
  )
}
