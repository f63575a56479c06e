import type { ReactNode } from 'react'
import { Callout } from '@/components/ui/callout'
import { TextLink } from '@/components/ui/text-link'
import { paths } from '@/lib/queries/paths'
import { LinkHelp } from './link-help'
import { PasskeySignIn } from './passkey-sign-in'

type Props = {
  /** Whether they came by a link that no longer works. */
  spent: boolean
  /** Where to lead on to. */
  next: string
  /** Buttons of identity providers; nothing while there are none. */
  providers?: ReactNode
}

/** Nothing to type: a passkey, an identity provider, or a one-time link. */
export const SignInPanel = ({ spent, next, providers }: Props) => (
  <main className="mx-auto grid min-h-dvh max-w-md content-center gap-6 px-5 py-10">
    <div className="flex items-center gap-2.5">
      {/* biome-ignore lint/performance/noImgElement: a 1 KiB vector needs no optimizer */}
      <img src="/icon.svg" alt="" width={28} height={28} />
      <span className="font-semibold text-lg tracking-[-0.01em]">Proofline</span>
    </div>
    <div>
      <h1 className="font-bold text-2xl tracking-[-0.018em]">Sign in</h1>
      <p className="mt-2 text-ink-2 text-md">
        There is no password and nothing to type. Your device asks for your finger, face or PIN.
      </p>
    </div>
    {spent ? (
      <Callout tone="warn" title="That link no longer works">
        It was used already, is older than 15 minutes, or was not copied whole. Nothing was changed. Ask for a new one,
        or sign in with a passkey.
      </Callout>
    ) : null}
    <div className="grid gap-4 rounded-lg border border-line bg-panel px-5 py-5 shadow-card">
      <PasskeySignIn next={next} />
      {providers}
      <p className="text-ink-3 text-sm">
        No passkey yet? Use the one-time link you were given; it takes you straight in, and there you can add one.
      </p>
    </div>
    <LinkHelp />
    <footer className="text-sm">
      <TextLink href={paths.verify()}>Verify an evidence pack</TextLink>
    </footer>
  </main>
)
