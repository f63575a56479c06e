import { describe, expect, test } from 'vitest'
import { rolePassword, scramVerifier } from './role-password'
import { appUrl, databaseUrl } from './role-url'

const KEY = Buffer.alloc(32, 7)

describe('scramVerifier', () => {
  test("agrees with RFC 7677's example for the password pencil", () => {
    const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64')
    const [, , keys = ''] = scramVerifier('pencil', salt).split('$')
    expect(keys).toBe('WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=')
  })

  test('is salted anew each time', () => {
    expect(scramVerifier('pencil')).not.toBe(scramVerifier('pencil'))
  })
})

describe('role addresses', () => {
  test("the application's address differs from the owner's in user and password only", () => {
    const url = new URL(appUrl('postgresql://owner:o%40@db.example.org:6432/proofline?sslmode=require', KEY))
    expect(url.username).toBe('proofline_app')
    expect(url.password).toBe(rolePassword(KEY, 'proofline_app'))
    expect(url.href.replace(`${url.username}:${url.password}`, 'owner:o%40')).toBe(
      'postgresql://owner:o%40@db.example.org:6432/proofline?sslmode=require',
    )
  })

  test('roles and keys do not share passwords', () => {
    const passwords = [KEY, Buffer.alloc(32, 8)].flatMap((key) => ['a', 'b'].map((role) => rolePassword(key, role)))
    expect(new Set(passwords).size).toBe(4)
  })

  test('another database of the same server keeps everything else', () => {
    expect(databaseUrl('postgresql://u:p@h:1/a?sslmode=disable', 'b')).toBe('postgresql://u:p@h:1/b?sslmode=disable')
  })
})
