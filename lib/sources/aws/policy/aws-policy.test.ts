import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { checksOf } from '@/lib/checks/registry'
import { AWS_SERVICES } from '../service'
import { awsPolicy, POLICY_FORMATS } from './aws-policy'
import { actionsFor } from './policy-documents'

const wanted = { externalId: 'acme-7f3a', principal: 'arn:aws:iam::111122223333:role/proofline' }
const json = (services?: string[]) => JSON.parse(awsPolicy('json', services ? { ...wanted, services } : wanted))

describe('the role that is asked for', () => {
  test('may do everything that any check needs, in so many words', () => {
    const granted = new Set(actionsFor([]))
    const needed = checksOf('aws').flatMap(({ id, permissions }) => permissions.map((one) => `${id} ${one}`))
    expect(needed.filter((one) => !granted.has(one.split(' ')[1] ?? ''))).toEqual([])
  })

  test('may change nothing and read no data', () => {
    const actions = actionsFor([])
    expect(actions.filter((one) => !/:(Get|List|Describe|Generate)/.test(one))).toEqual([])
    expect(actions.filter((one) => /\*|GetObject|SecretValue|:GetParameter|GetFunction/.test(one))).toEqual([])
    expect(actions.filter((one) => one.includes(':Generate'))).toEqual(['iam:GenerateCredentialReport'])
  })

  test('fits what IAM takes for a managed policy', () => {
    expect(JSON.stringify(json().permissionsPolicy).length).toBeLessThan(6144)
  })

  test('is assumed only by whom it names, with the external id', () => {
    expect(json().trustPolicy.Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { AWS: wanted.principal },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': 'acme-7f3a' } },
      },
    ])
  })

  test('may do only what the named services need', () => {
    const { Action } = json(['s3control', 'kms']).permissionsPolicy.Statement[0]
    expect(Action).toEqual([
      'ec2:DescribeRegions',
      'kms:DescribeKey',
      'kms:GetKeyPolicy',
      'kms:GetKeyRotationStatus',
      'kms:ListKeys',
      's3:GetAccountPublicAccessBlock',
    ])
    for (const service of AWS_SERVICES) expect(actionsFor([service]).length).toBeGreaterThan(1)
  })

  test('may assume the role of member accounts when those are read', () => {
    const { permissionsPolicy } = JSON.parse(awsPolicy('json', { ...wanted, memberRole: 'reader' }))
    expect(permissionsPolicy.Statement.slice(1)).toMatchObject([
      { Action: 'organizations:ListAccounts' },
      { Action: 'sts:AssumeRole', Resource: 'arn:*:iam::*:role/reader' },
    ])
  })
})

describe('in each format', () => {
  test('CloudFormation makes a role of the same two documents', () => {
    const { Resources } = parse(awsPolicy('cloudformation', wanted))
    const { AssumeRolePolicyDocument, Policies } = Resources.ProoflineReader.Properties
    expect(AssumeRolePolicyDocument).toEqual(json().trustPolicy)
    expect(Policies[0].PolicyDocument).toEqual(json().permissionsPolicy)
  })

  test('Terraform holds every action, and takes nothing in an external id for a template', () => {
    const made = awsPolicy('terraform', { ...wanted, externalId: `a${'$'}{b}%{c}"` })
    for (const action of actionsFor([])) expect(made).toContain(`"${action}",`)
    expect(made).toContain(`"sts:ExternalId" = "a$${'$'}{b}%%{c}\\""`)
  })

  test.each(POLICY_FORMATS)('%s is the same bytes every time', (format) => {
    expect(awsPolicy(format, wanted)).toBe(awsPolicy(format, wanted))
  })
})
