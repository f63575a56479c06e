import type { Metadata } from 'next'
import { TextLink } from '@/components/ui/text-link'
import { RecipeSteps } from '@/components/verify/recipe-steps'
import { VerifyPanel } from '@/components/verify/verify-panel'
import { RECIPE_LIMITS, VERIFY_RECIPE } from '@/lib/evidence/verify-recipe'
import { paths } from '@/lib/queries/paths'

export const metadata: Metadata = { title: 'Verify an evidence pack' }

/** For whoever was handed a pack: needs no account, and nothing of the pack reaches us. */
export default function VerifyPage() {
  return (
    <main className="mx-auto grid max-w-3xl gap-6 px-5 py-10">
      <div className="flex items-center gap-2.5">
        {/* biome-ignore lint/performance/noImgElement: a 1 KiB vector needs no optimizer */}
        <img src="/icon.svg" alt="" width={28} height={28} />
        <span className="font-semibold text-lg tracking-[-0.01em]">Proofline</span>
      </div>
      <div>
        <h1 className="font-bold text-2xl tracking-[-0.018em]">Verify an evidence pack</h1>
        <p className="mt-2 text-ink-2 text-md">
          Whether every file in it is the one that was signed, and by whose key. No account is needed, and once this
          page is loaded no network either.
        </p>
      </div>
      <VerifyPanel />
      <RecipeSteps steps={VERIFY_RECIPE} limits={RECIPE_LIMITS} />
      <p className="text-sm">
        <TextLink href={paths.signIn()}>Sign in</TextLink>
      </p>
    </main>
  )
}
