import { expect, test } from 'vitest'
import { credentialRows } from './credential-rows'

const HEADER =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date'

const rows = (...lines: string[]) => credentialRows(Buffer.from([HEADER, ...lines].join('\n')))

test('a row tells of a user, its password and its keys', async () => {
  const ada =
    'ada,arn:aws:iam::1:user/ada,2026-01-01T00:00:00+00:00,true,2026-03-01T10:00:00+00:00,2026-01-01T00:00:00+00:00,N/A,false,true,2026-02-01T00:00:00+00:00,N/A,N/A,N/A,false,2025-01-01T00:00:00+00:00,2025-02-01T00:00:00+00:00'
  expect(await rows(ada)).toEqual([
    {
      user: 'ada',
      arn: 'arn:aws:iam::1:user/ada',
      facts: {
        root: false,
        passwordEnabled: true,
        passwordLastUsedAt: '2026-03-01T10:00:00.000Z',
        mfaActive: false,
        keys: [
          { active: true, lastRotatedAt: '2026-02-01T00:00:00.000Z', lastUsedAt: null },
          { active: false, lastRotatedAt: '2025-01-01T00:00:00.000Z', lastUsedAt: '2025-02-01T00:00:00.000Z' },
        ],
      },
    },
  ])
})

test('what the report does not say is null, and a key that never was is none', async () => {
  const root =
    '<root_account>,arn:aws:iam::1:root,2020-01-01T00:00:00+00:00,not_supported,no_information,not_supported,not_supported,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A'
  expect((await rows(root))[0]?.facts).toEqual({
    root: true,
    passwordEnabled: null,
    passwordLastUsedAt: null,
    mfaActive: true,
    keys: [],
  })
})

test('a report without rows has none', async () => {
  expect(await rows()).toEqual([])
})

test('a report that was cut off in a row is not taken for a shorter one', async () => {
  await expect(rows('ada,arn:aws:iam::1:user/ada,2026-01-01')).rejects.toThrow()
})
