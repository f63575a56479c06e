import { Kbd } from '@/components/ui/kbd'

type Props = { id: string; name: string; intent: string }

/** Which capability, what it is for, and the keys that lead on. */
export const CapabilityHeading = ({ id, name, intent }: Props) => (
  <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
    <div className="min-w-0 max-w-[104ch]">
      <h1 className="text-balance font-bold text-2xl tracking-[-0.018em]">
        {name} <span className="whitespace-nowrap font-normal text-ink-3 text-base tracking-normal">{id}</span>
      </h1>
      <p className="mt-1.5 text-ink-2 text-md">{intent}</p>
    </div>
    <p className="flex items-center gap-1.5 text-ink-3 text-xs max-nav:hidden print:hidden">
      <Kbd>J</Kbd> next <Kbd>K</Kbd> previous
    </p>
  </div>
)
