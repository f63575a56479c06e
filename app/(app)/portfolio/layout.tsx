import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { AddPasskeyHint } from '@/components/account/add-passkey-hint'
import { deskHome, requireActor } from '@/lib/auth/page-actor'
import { getPortfolioMark } from '@/lib/services/get-portfolio-mark'
import { Frame } from '../frame'

export default async function PortfolioLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  const desk = deskHome(actor)
  if (desk !== null) redirect(desk)
  return (
    <Frame actor={actor} organization={null} synthetic={await getPortfolioMark(actor)}>
      {actor.context.hasCredential ? null : <AddPasskeyHint />}
      {children}
    </Frame>
  )
}
