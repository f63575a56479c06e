import { Mark } from '@/components/ui/mark'
import type { StatusTone } from '@/components/ui/tone'
import type { RiskSignal } from '@/lib/model/risk-signal'
import { explainRisk, type RiskStanding } from '@/lib/presentation/risk'

const TONE: Record<RiskStanding, StatusTone> = { calm: 'neutral', 'step-up': 'warn', ended: 'bad' }

/** What speaks against a session, signal by signal: what was seen, what it counts and how that fades. */
export function SessionRisk({ signals, now }: { signals: readonly RiskSignal[]; now: string }) {
  const risk = explainRisk(signals, new Date(now))
  return (
    <div className="mt-2 text-sm">
      <p className="flex items-baseline gap-2 text-ink-2">
        <Mark tone={risk.signals.length === 0 ? 'good' : TONE[risk.standing]} />
        <span>{risk.summary}</span>
      </p>
      {risk.signals.length === 0 ? null : (
        <ul className="mt-1 list-disc pl-9 text-ink-2">
          {risk.signals.map((signal) => (
            <li key={`${signal.kind} ${signal.at}`}>{signal.sentence} It counts half as much every half hour.</li>
          ))}
        </ul>
      )}
    </div>
  )
}
