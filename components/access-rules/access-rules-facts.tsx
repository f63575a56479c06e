import { Card } from '@/components/ui/card'
import { type Fact, Facts } from '@/components/ui/facts'
import type { AccessRules } from '@/lib/model/access-rules'

/** The rules for those who read them and do not set them. */
export const AccessRulesFacts = ({ rules }: { rules: AccessRules }) => (
  <Card title="What is asked of everybody" note="Administrators of the organization set these rules.">
    <Facts items={factsOf(rules)} />
  </Card>
)

const factsOf = (rules: AccessRules): Fact[] => [
  { term: 'Networks', value: listed(rules.networks, 'any') },
  { term: 'Accepted contexts (acr)', value: listed(rules.acr, 'any') },
  { term: 'Accepted methods (amr)', value: listed(rules.amr, 'any') },
  {
    term: 'Oldest proof',
    value: rules.maxProofMinutes === null ? 'until the session ends' : `${rules.maxProofMinutes} minutes`,
  },
  { term: 'Devices', value: rules.compliantDevices ? 'only those known to be in good order' : 'any' },
  { term: 'Longest higher role', value: `${rules.elevationHours} hours` },
  { term: 'Memberships are reviewed', value: `every ${rules.reviewDays} days` },
]

const listed = (words: readonly string[], none: string): string => (words.length === 0 ? none : words.join(', '))
