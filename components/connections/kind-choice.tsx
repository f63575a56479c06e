import { IntentLink } from '@/components/ui/intent-link'
import type { kindChoices } from '@/lib/presentation/connection'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; kinds: ReturnType<typeof kindChoices> }

/** What can be connected; each is a page of its own. */
export const KindChoice = ({ org, kinds }: Props) => (
  <ul className="grid gap-3 sm:grid-cols-2">
    {kinds.map(({ kind, name, what }) => (
      <li key={kind}>
        <IntentLink
          href={paths.newConnection(org, kind)}
          className="block h-full rounded-lg border border-line bg-panel px-5 py-4 shadow-card hover:border-line-strong hover:bg-hover"
        >
          <span className="block font-semibold">{name}</span>
          <span className="mt-1 block text-ink-2 text-sm">{what}</span>
        </IntentLink>
      </li>
    ))}
  </ul>
)
