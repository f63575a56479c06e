import { IntentLink } from '@/components/ui/intent-link'
import type { CapabilityId } from '@/lib/model/layer'
import type { CapabilityProgress, LayerProgress } from '@/lib/presentation/assessment-progress'
import { layerName } from '@/lib/presentation/layer'
import { stageLabel } from '@/lib/presentation/stage'
import { StageSwatch } from './stage-swatch'

type Props = {
  progress: readonly LayerProgress[]
  /** null on the summary. */
  current: CapabilityId | null
  summaryHref: string
  hrefOf: (capability: CapabilityId) => string
}

const ROW =
  'flex items-start gap-2.5 rounded-md border border-transparent px-2 py-1.5 hover:bg-hover aria-[current]:border-line-strong aria-[current]:bg-panel'

/** Where one is in an assessment: its layers with their progress, and the capabilities of the layer that is open. */
export const CapabilityList = ({ progress, current, summaryHref, hrefOf }: Props) => (
  <ul className="grid gap-1">
    <li>
      <IntentLink href={summaryHref} aria-current={current === null ? 'page' : undefined} className={ROW}>
        <span className="text-sm">Summary</span>
      </IntentLink>
    </li>
    {progress.map(({ layer, answered, capabilities }) => {
      const isOpen = capabilities.some((one) => one.id === current)
      const start = capabilities.find((one) => one.status === 'unanswered') ?? capabilities[0]
      const heading = (
        <>
          <span className="min-w-0 truncate">{layerName(layer)}</span>
          <span className="shrink-0 tabular-nums">
            {answered} of {capabilities.length}
          </span>
        </>
      )
      return (
        <li key={layer}>
          {isOpen || !start ? (
            <p className="flex justify-between gap-3 px-2 pt-2 pb-1 font-medium text-sm">{heading}</p>
          ) : (
            <IntentLink
              href={hrefOf(start.id)}
              className="flex justify-between gap-3 rounded-md px-2 py-1.5 text-ink-2 text-sm hover:bg-hover hover:text-ink"
            >
              {heading}
            </IntentLink>
          )}
          {isOpen ? (
            <ul className="grid gap-0.5 pb-2">
              {capabilities.map((one) => (
                <li key={one.id}>
                  <IntentLink
                    href={hrefOf(one.id)}
                    aria-current={one.id === current ? 'page' : undefined}
                    className={ROW}
                  >
                    <StageSwatch stage={one.stage} status={one.status} className="mt-1" />
                    <span className="min-w-0">
                      <span className="block text-sm leading-snug">{one.name}</span>
                      <span className="block text-ink-3 text-xs">{stateLine(one)}</span>
                    </span>
                  </IntentLink>
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      )
    })}
  </ul>
)

function stateLine({ id, status, stage }: CapabilityProgress): string {
  if (status === 'unanswered') return id
  return `${id} · ${status === 'not_applicable' ? 'Not applicable' : stageLabel(stage)}`
}
