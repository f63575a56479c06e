import type { Metadata } from 'next'
import { LinkButton } from '@/components/ui/link-button'
import { paths } from '@/lib/queries/paths'

export const metadata: Metadata = { title: 'Not found' }

/** The same page for what does not exist and for what this person may not know of. */
export default function NotFound() {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center gap-4 px-5 py-10">
      <h1 className="font-bold text-2xl tracking-[-0.018em]">There is nothing here that you can open</h1>
      <p className="text-ink-2 text-md">
        The address may be mistyped, the thing may be gone, or your role does not reach it. An administrator of the
        organization can tell.
      </p>
      <div>
        <LinkButton href={paths.portfolio()}>Back to the portfolio</LinkButton>
      </div>
    </main>
  )
}
