import { Card } from '@/components/ui/card'
import { FilterChips } from '@/components/ui/filter-chips'
import type { CapabilityId, LayerId } from '@/lib/model/layer'
import type { LayerMaturity } from '@/lib/model/maturity'
import { layerName, layerShortName } from '@/lib/presentation/layer'
import { CapabilityTable } from './capability-table'

type Props = {
  layers: readonly LayerMaturity[]
  /** The only layer shown; null shows all. */
  layer: LayerId | null
  /** The page with only that layer, or with all. */
  layerHref: (layer: LayerId | null) => string
  capabilityHref: (capability: CapabilityId) => string
}

/** The capabilities of all layers or of one; which one lives in the address. */
export const CapabilitiesCard = ({ layers, layer, layerHref, capabilityHref }: Props) => (
  <Card
    id="capabilities"
    title={layer === null ? 'Capabilities' : `Capabilities of ${layerName(layer)}`}
    className="scroll-mt-18"
  >
    <FilterChips
      label="Layers"
      chips={layers.map((one) => ({
        label: layerShortName(one.layer),
        href: layerHref(one.layer === layer ? null : one.layer),
        active: one.layer === layer,
      }))}
    />
    <div className="mt-2">
      <CapabilityTable
        layers={layer === null ? layers : layers.filter((one) => one.layer === layer)}
        hrefOf={capabilityHref}
      />
    </div>
  </Card>
)
