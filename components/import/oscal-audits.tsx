'use client'

import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { SelectField } from '@/components/ui/select-field'
import { ImportRun } from './import-run'
import type { WizardProps } from './wizard-props'

/** Each result has a uuid of its own, so it needs no source of ours to be found again. */
const SOURCE = 'OSCAL'
const WHOLE = ''

/** Assessment results in OSCAL say themselves what they hold: only whose they are is left to ask. */
export function OscalAudits({ file, ...props }: WizardProps & { file: File }) {
  const [deployment, setDeployment] = useState(WHOLE)
  const request = { file, source: SOURCE, map: null, dates: 'iso' as const, zone: 'UTC' }
  return (
    <>
      <Card
        title="2. Whose they are"
        note="Each result is one audit: controls whose findings are all satisfied passed, the others failed."
      >
        <SelectField
          className="max-w-96"
          label="Deployment"
          value={deployment}
          onChange={(event) => setDeployment(event.currentTarget.value)}
        >
          <option value={WHOLE}>None in particular</option>
          {props.deployments.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </SelectField>
      </Card>
      <ImportRun
        key={deployment}
        {...props}
        request={{ ...request, deployment: deployment === WHOLE ? null : deployment }}
      />
    </>
  )
}
