import { IntentLink } from '@/components/ui/intent-link'

/** The plumb line: what hangs straight can be checked by anyone. */
const BrandMark = ({ className }: { className?: string }) => (
  <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
    <path d="M3 9.5h26M7.5 16h17" strokeWidth="3" className="stroke-ink-3/70" />
    <path d="M16 2v22" strokeWidth="3.5" className="stroke-accent" />
    <path d="M10.5 21.5h11L16 30Z" className="fill-accent" />
  </svg>
)

export const Brand = ({ href }: { href: string }) => (
  <IntentLink
    href={href}
    className="inline-flex items-center gap-2 rounded-sm font-bold text-[0.9375rem] tracking-[-0.01em]"
  >
    <BrandMark className="size-5" />
    Proofline
  </IntentLink>
)
