import { expect, test } from 'vitest'
import { cluster, pod } from '@/lib/testing/cluster-facts'
import { judged } from '@/lib/testing/judged'
import { podNoPrivileged as check } from './check'

test('passes when no pod has a right of its node; the platform’s may', () => {
  const system = pod('kube-system/proxy-1', { privileged: ['proxy'], hostNetwork: true })
  expect(judged(check, [cluster(), pod('shop/web-1'), system])).toMatchObject({ verdict: 'pass', denominator: 1 })
})

test.each([
  [{ privileged: ['web'] }, 'runs privileged (web)'],
  [{ hostPaths: ['/var/run'] }, 'mounts /var/run of the host'],
  [{ hostNetwork: true }, 'network of the host'],
  [{ hostPid: true }, 'processes of the host'],
  [{ hostIpc: true }, 'memory of the host'],
])('fails for %j', (facts, words) => {
  const { verdict, failing } = judged(check, [cluster(), pod('shop/web-1', facts)])
  expect(verdict).toBe('fail')
  expect(failing[0]?.message).toContain(words)
})

test('a hundred replicas are one finding and a hundred of the count', () => {
  const replicas = Array.from({ length: 100 }, (_, n) => pod(`shop/agent-${n}`, { hostNetwork: true }))
  const result = judged(check, [cluster(), ...replicas])
  expect(result).toMatchObject({ verdict: 'fail', denominator: 100, failing: [{ detail: { pods: 100 } }] })
  expect(result.failing).toHaveLength(1)
})

test('does not apply without pods', () => expect(judged(check, [cluster()]).verdict).toBe('not_applicable'))

test('is unknown when pods were refused, and whose they are is not known', () => {
  expect(judged(check, [cluster()], { gaps: [{ operation: 'list pods' }] }).verdict).toBe('unknown')
  expect(judged(check, [pod('shop/web-1', { hostNetwork: true })])).toMatchObject({ verdict: 'unknown', failing: [] })
})
