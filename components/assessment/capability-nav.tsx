import ChevronDown from 'lucide-react/icons/chevron-down'
import type { ComponentProps } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { Popover } from '@/components/ui/popover'
import { CapabilityList } from './capability-list'

/** The list of capabilities: beside the answer where there is room, else behind a button that says where one is. */
export function CapabilityNav(list: ComponentProps<typeof CapabilityList>) {
  const layer = list.progress.find(({ capabilities }) => capabilities.some((one) => one.id === list.current))
  const here = layer ? `${list.current}, ${layer.answered} of ${layer.capabilities.length} answered here` : 'Summary'
  return (
    <>
      <nav aria-label="Capabilities" className="@max-4xl/main:hidden print:hidden">
        <CapabilityList {...list} />
      </nav>
      <nav aria-label="Capabilities" className="@4xl/main:hidden print:hidden">
        <Popover
          buttonLabel={`Capabilities: ${here}`}
          buttonClassName={buttonStyle({ className: 'w-full justify-between' })}
          panelClassName="w-[min(24rem,calc(100vw-1.5rem))]"
          label={
            <>
              <span className="truncate">{here}</span>
              <ChevronDown aria-hidden="true" />
            </>
          }
        >
          <CapabilityList {...list} />
        </Popover>
      </nav>
    </>
  )
}
