import { z } from 'zod'
import type { Actor } from '@/lib/model/actor'
import { Run, RunEvent } from '@/lib/model/run'
import { followRun, type Told } from '@/lib/services/follow-run'
import { eventStream, type StreamEvent } from './event-stream'
import { actorAgain } from './request-actor'

/** Follows a run live, from where the browser says it was. */
export async function runStream(
  actor: Actor,
  { org, id }: { org: string; id: string },
  request: Request,
): Promise<Response> {
  const after = z.uuid().nullable().catch(null).parse(request.headers.get('last-event-id'))
  const again = () => actorAgain(request)
  const told = await followRun(actor, { org, id, after, signal: request.signal, again })
  return eventStream(actor.context.sessionId ?? actor.name, events(told))
}

async function* events(told: AsyncIterable<Told>): AsyncGenerator<StreamEvent> {
  for await (const one of told) yield eventOf(one)
}

function eventOf(told: Told): StreamEvent {
  if (told.kind === 'beat') return 'beat'
  if (told.kind === 'run') return { event: 'run', data: Run.parse(told.run) }
  if (told.kind === 'log') return { event: 'log', id: told.event.id, data: RunEvent.parse(told.event) }
  return { event: told.kind, data: told.kind === 'end' ? { state: told.state } : {} }
}
