import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignInPanel } from '@/components/sign-in/sign-in-panel'
import { currentActor } from '@/lib/auth/page-actor'
import { safeReturnPath } from '@/lib/auth/return-path'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const { link, next: asked } = await searchParams
  const next = safeReturnPath(typeof asked === 'string' ? asked : null)
  if (await currentActor()) redirect(next)
  return <SignInPanel spent={link === 'spent'} next={next} />
}
