import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignInPanel } from '@/components/sign-in/sign-in-panel'
import { currentActor } from '@/lib/auth/page-actor'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<{ link?: string }> }

export default async function SignInPage({ searchParams }: Props) {
  if (await currentActor()) redirect('/portfolio')
  const { link } = await searchParams
  return <SignInPanel spent={link === 'spent'} />
}
