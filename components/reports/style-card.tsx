import { Card } from '@/components/ui/card'
import type { ReportStyle } from '@/lib/model/report-style'
import { LogoField } from './logo-field'
import { StyleForm } from './style-form'

type Props = { org: string; organization: string; style: ReportStyle }

/** How reports look: name, colour and logo, with the head of a page as it will be. */
export const StyleCard = ({ org, organization, style }: Props) => (
  <Card
    title="How reports look"
    note="Shown on every page of every report. The formulas, the date and what is synthetic stay as they are."
  >
    <div className="grid gap-6 md:grid-cols-2">
      <StyleForm key={style.updatedAt} org={org} organization={organization} style={style} />
      <LogoField org={org} logo={style.logo} />
    </div>
  </Card>
)
