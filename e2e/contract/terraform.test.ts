import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verdictsOf, type Workspace, workspace } from './terraform-workspace'

const CANARY = 'canary-3e1b'
const VARIABLE = `variable "password" {\n  sensitive = true\n  default   = "${CANARY}"\n}\n`
const THING = 'resource "terraform_data" "thing" {\n  input = var.password\n}\n'
const assertion = (name: string, condition: string) =>
  `check "${name}" {\n  assert {\n    condition     = ${condition}\n    error_message = "${name} does not hold"\n  }\n}\n`

let code: Workspace
beforeAll(async () => {
  code = await workspace(null)
  await code.write('main.tf', VARIABLE + THING)
  await code.init()
})
afterAll(() => code.remove())

const checksSay = async (...args: string[]) => verdictsOf(await code.plan(...args)).tf_plan_checks_pass
const beside = (text: string) => code.write('checks.tf', text)

describe('a plan of what is built in', () => {
  test('says of its conditions that they hold, do not, are known later, or that there are none', async () => {
    await beside('')
    expect(await checksSay()).toBe('not_applicable')
    await beside(assertion('holds', 'length(terraform_data.thing.input) > 2'))
    expect(await checksSay()).toBe('pass')
    await beside(assertion('fails', 'length(terraform_data.thing.input) > 99'))
    expect(await checksSay()).toBe('fail')
    await beside(assertion('later', 'length(terraform_data.thing.id) > 2'))
    expect(await checksSay()).toBe('unknown')
  })

  test('holds no buckets, stores and groups, and nothing to compare with', async () => {
    await beside('')
    const reading = await code.plan()
    expect(verdictsOf(reading)).toMatchObject({
      tf_plan_no_public_bucket: 'not_applicable',
      tf_plan_encryption_set: 'not_applicable',
      tf_plan_sg_no_world: 'not_applicable',
      tf_drift_ratio: 'unknown',
    })
    expect(reading).toMatchObject({ kind: 'plan', planned: 1, terraformVersion: expect.stringMatching(/^1\./) })
  })

  test('keeps a sensitive value in its JSON, and none of it is kept here', async () => {
    const reading = await code.plan()
    expect(await readFile(code.shown, 'utf8')).toContain(CANARY)
    expect(JSON.stringify(reading)).not.toContain(CANARY)
  })

  test('that stops with an error, or is of some resources only, is not whole', async () => {
    const lifecycle =
      'lifecycle {\n    precondition {\n      condition     = length(terraform_data.thing.input) > 99\n      error_message = "no"\n    }\n  }\n'
    await beside(`resource "terraform_data" "stops" {\n  ${lifecycle}}\n`)
    expect((await code.plan()).coverage[0]?.error?.code).toBe('PlanErrored')
    await beside('resource "terraform_data" "other" {}\n')
    expect((await code.plan('-target=terraform_data.thing')).coverage[0]?.error?.code).toBe('PlanIncomplete')
  })
})

test('a state holds what was applied, by what it is called, and a plan carries the state it begins from', async () => {
  await beside('')
  expect(await code.state()).toMatchObject({ kind: 'state', resources: [] })
  await code.apply()
  const state = await code.state()
  expect(state.resources).toMatchObject([
    { type: 'terraform.managed', id: 'terraform_data.thing', facts: { kind: 'terraform_data', arn: null } },
  ])
  expect((await code.plan()).resources).toEqual(state.resources)
  expect(JSON.stringify(state)).not.toContain(CANARY)
})
