import { classNames } from '@/components/ui/class-names'
import { IntentLink } from '@/components/ui/intent-link'
import { STEP_FILL, type StepTone } from '@/components/ui/tone'

type StageCellProps = {
  /** The stage in words; for a null tone, for example `not established`. */
  label: string
  tone: StepTone | null
  /** Said after the label for assistive technology and on hover, for example `Identity, score 74`. */
  detail?: string
  href?: string
}

/** One field of a heat table: the stage as word and tone; not established is dashed, never a colour. */
export function StageCell({ label, tone, detail, href }: StageCellProps) {
  const look = classNames(
    'flex h-7.5 min-w-22 items-center justify-center whitespace-nowrap rounded-sm px-2 text-xs',
    tone === null ? 'border border-unknown border-dashed text-unknown' : STEP_FILL[tone],
    href !== undefined && 'hover:ring-2 hover:ring-ink',
  )
  const words = (
    <>
      {label}
      {detail === undefined ? null : <span className="sr-only">, {detail}</span>}
    </>
  )
  return href === undefined ? (
    <span data-fill title={detail} className={look}>
      {words}
    </span>
  ) : (
    <IntentLink data-fill href={href} title={detail} className={look}>
      {words}
    </IntentLink>
  )
}
