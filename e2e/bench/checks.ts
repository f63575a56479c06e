import { evaluateScope } from '@/lib/checks/evaluate-scope'
import { scopeFacts } from '@/lib/checks/frame/scope-facts'
import { checksOf } from '@/lib/checks/registry'
import { VERDICTS } from '@/lib/model/verdict'
import { atMost, type Figure, noted } from './figure'
import { median } from './quantile'
import { type BenchScope, benchScopes } from './snapshot/scopes'

const ROUNDS = 9
const NOW = '2026-11-22T12:00:00.000Z'
const MOST_OF_PARSING = 1.5

/**
 * How long all checks take over a snapshot of a hundred thousand resources, sorting it by type included, against how long
 * `JSON.parse` takes to read that snapshot: each round parses afresh and judges what it parsed.
 */
export async function* bench(): AsyncGenerator<Figure> {
  const text = JSON.stringify(benchScopes())
  const parse: number[] = []
  const evaluate: number[] = []
  let last = { resources: 0, verdicts: [] as string[], failing: 0 }
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now()
    const scopes = JSON.parse(text) as BenchScope[]
    const parsed = performance.now()
    const evaluated = scopes.flatMap(judge)
    parse.push(parsed - began)
    evaluate.push(performance.now() - parsed)
    last = {
      resources: scopes.reduce((sum, { resources }) => sum + resources.length, 0),
      verdicts: evaluated.map(({ evaluation }) => evaluation.verdict),
      failing: evaluated.reduce((sum, { evaluation }) => sum + evaluation.failing.length, 0),
    }
  }
  const figure = (metric: string, value: number, unit: string) => ({ bench: 'checks', metric, value, unit })
  yield noted(figure('resources', last.resources, 'resources'))
  yield noted(figure('snapshot as JSON', text.length / 2 ** 20, 'MiB'))
  for (const verdict of VERDICTS)
    yield noted(figure(`verdicts: ${verdict}`, last.verdicts.filter((one) => one === verdict).length, 'verdicts'))
  yield noted(figure('resources that fail a check', last.failing, 'resources'))
  yield noted(figure('reading the snapshot with JSON.parse (median)', median(parse), 'ms'))
  yield noted(figure('evaluating all checks (median)', median(evaluate), 'ms'))
  yield atMost(MOST_OF_PARSING, figure('evaluating against reading', median(evaluate) / median(parse), 'ratio'))
}

const judge = ({ provider, account, units, resources }: BenchScope) =>
  evaluateScope(checksOf(provider), scopeFacts(account, units, resources), { now: NOW })
