import { FilterMenu } from '@/components/ui/filter-menu'
import { layers } from '@/lib/framework/layers'
import type { CheckLine } from '@/lib/model/check-view'
import type { LayerId } from '@/lib/model/layer'
import type { Verdict } from '@/lib/model/verdict'
import { layerName } from '@/lib/presentation/layer'
import { PROVIDER_NAMES } from '@/lib/presentation/provider'
import { verdictLabel } from '@/lib/presentation/verdict'
import { paths } from '@/lib/queries/paths'

type Chosen = { provider?: CheckLine['provider']; layer?: LayerId; verdict?: Verdict }

const VERDICTS: readonly Verdict[] = ['fail', 'unknown', 'pass', 'not_applicable']
const PROVIDERS: readonly CheckLine['provider'][] = ['aws', 'kubernetes', 'terraform']

/** Source, layer and verdict; the choice lives in the address. */
export function CheckFilters({ org, chosen }: { org: string; chosen: Chosen }) {
  const to = (change: Chosen) => paths.checks(org, { ...chosen, ...change })
  const options = <T extends string>(
    name: keyof Chosen,
    all: string,
    values: readonly T[],
    label: (value: T) => string,
  ) => [
    { label: all, href: to({ [name]: undefined }), current: chosen[name] === undefined },
    ...values.map((value) => ({ label: label(value), href: to({ [name]: value }), current: chosen[name] === value })),
  ]
  return (
    <>
      <FilterMenu
        label="Source"
        shown={chosen.provider ? PROVIDER_NAMES[chosen.provider] : 'Any source'}
        active={chosen.provider !== undefined}
        options={options('provider', 'Any source', PROVIDERS, (one) => PROVIDER_NAMES[one])}
      />
      <FilterMenu
        label="Layer"
        shown={chosen.layer ? layerName(chosen.layer) : 'Any layer'}
        active={chosen.layer !== undefined}
        options={options(
          'layer',
          'Any layer',
          layers.map(({ id }) => id),
          layerName,
        )}
      />
      <FilterMenu
        label="Verdict"
        shown={chosen.verdict ? verdictLabel(chosen.verdict) : 'Any verdict'}
        active={chosen.verdict !== undefined}
        options={options('verdict', 'Any verdict', VERDICTS, verdictLabel)}
      />
    </>
  )
}
