import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ProviderButtons } from '@/components/sign-in/providers/provider-buttons'
import { SignInRefused } from '@/components/sign-in/providers/sign-in-refused'
import { SignInPanel } from '@/components/sign-in/sign-in-panel'
import { currentActor } from '@/lib/auth/page-actor'
import { safeReturnPath } from '@/lib/auth/return-path'
import { listSignInProviders } from '@/lib/services/list-sign-in-providers'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const { link, next: asked, error } = await searchParams
  const next = safeReturnPath(typeof asked === 'string' ? asked : null)
  const refused = typeof error === 'string' ? error : null
  const actor = await currentActor()
  // A proof that was refused leaves the session as it was, and has to be explained all the same.
  if (actor && refused === null) redirect(next)
  return (
    <SignInPanel
      spent={link === 'spent'}
      next={next}
      providers={
        <>
          <ProviderButtons providers={await listSignInProviders()} next={next} />
          <SignInRefused code={refused} onward={actor ? next : null} />
        </>
      }
    />
  )
}
