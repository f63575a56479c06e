import { Mark } from '@/components/ui/mark'
import type { SelfTestLine } from '@/lib/model/connection'
import { answerLook } from '@/lib/presentation/connection'

/** Operations with what the source answered, and the permission that would let it. */
export const SelfTestList = ({ lines }: { lines: readonly SelfTestLine[] }) => (
  <ul className="grid text-sm">
    {lines.map(({ operation, permission, answer, detail }) => {
      const { text, tone } = answerLook(answer)
      return (
        <li key={operation} className="flex gap-2.5 border-line border-b py-1.5 last:border-b-0">
          <Mark tone={tone} className="mt-1.5" />
          <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
            {operation}
            {permission !== operation && answer === 'denied' ? (
              <span className="block text-ink-3 text-xs">needs {permission}</span>
            ) : null}
            {detail === '' ? null : <span className="block text-ink-3 text-xs">{detail}</span>}
          </span>
          <span className="shrink-0 text-ink-3 text-xs leading-5">{text}</span>
        </li>
      )
    })}
  </ul>
)
