import { describe, expect, test } from 'vitest'
import { hashPassword, judgeNewPassword, verifyPassword } from '#app/auth/password.server.ts'

describe('a stored password', () => {
  test('is an argon2id hash of 19 MiB, two passes and one lane, never the same twice', async () => {
    const hash = await hashPassword('slow amber kettle')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await hashPassword('slow amber kettle')).not.toBe(hash)
  })

  test('is recognised, and another is not', async () => {
    const hash = await hashPassword('slow amber kettle')
    expect(await verifyPassword(hash, 'slow amber kettle')).toBe(true)
    expect(await verifyPassword(hash, 'slow amber kettles')).toBe(false)
  })

  test('that is absent is never right, whatever is tried on the decoy', async () => {
    expect(await verifyPassword(undefined, 'nobody has this one')).toBe(false)
    expect(await verifyPassword(null, '')).toBe(false)
  })
})

describe('the list of common passwords', () => {
  test.each(['1234567890', 'password123', 'Password123', 'password123!!', 'qwertyuiop', 'mentalize-demo'])(
    'refuses %s',
    (password) => {
      expect(judgeNewPassword(password, 'noor@trust.example')).toMatchObject({ accepted: false })
    },
  )

  test('lets an ordinary passphrase pass', () => {
    expect(judgeNewPassword('slow amber kettle', 'noor@trust.example')).toEqual({ accepted: true })
  })
})
