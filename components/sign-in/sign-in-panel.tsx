import { Callout } from '@/components/ui/callout'

/** Nothing to type: a one-time link is the only way in. A link that no longer works is told apart from arriving here. */
export const SignInPanel = ({ spent }: { spent: boolean }) => (
  <main className="mx-auto grid min-h-dvh max-w-md content-center gap-6 px-5 py-10">
    <div className="flex items-center gap-2.5">
      {/* biome-ignore lint/performance/noImgElement: a 1 KiB vector needs no optimizer */}
      <img src="/icon.svg" alt="" width={28} height={28} />
      <span className="font-semibold text-lg tracking-[-0.01em]">Proofline</span>
    </div>
    <div>
      <h1 className="font-bold text-2xl tracking-[-0.018em]">Sign in with your one-time link</h1>
      <p className="mt-2 text-ink-2 text-md">
        There is no password. A link signs you in once and works for 15 minutes.
      </p>
    </div>
    {spent ? (
      <Callout tone="warn" title="That link no longer works">
        It was used already, is older than 15 minutes, or was not copied whole. Nothing was changed. Ask for a new one.
      </Callout>
    ) : null}
    <section aria-labelledby="where" className="rounded-lg border border-line bg-panel px-5 py-4 text-sm shadow-card">
      <h2 id="where" className="font-semibold text-base">
        Where the link comes from
      </h2>
      <ul className="mt-2 grid list-disc gap-2 pl-5 text-ink-2">
        <li>
          <code>npm start</code> prints links for its demo roles when it is ready.
        </li>
        <li>
          Whoever runs this installation prints one for you:
          <code className="mt-1 block overflow-x-auto rounded-md bg-band px-2.5 py-1.5 text-xs">
            npm run -s proofline -- link --org SLUG --role ROLE --user EMAIL
          </code>
        </li>
      </ul>
    </section>
  </main>
)
