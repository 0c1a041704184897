import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { NOTICE_KINDS } from '#app/domain/notices.ts'
import { composeAccountMail, composeNotice } from '#app/features/notices/compose-mail.server.ts'
import { isNoticeKind, noticeSetting, noticeText } from '#app/features/notices/kinds.ts'

describe('a notice', () => {
  test('has a text and a line in the settings for every kind', () => {
    for (const kind of NOTICE_KINDS) {
      expect(isNoticeKind(kind)).toBe(true)
      expect(noticeSetting(kind)).not.toBe('')
    }
    expect(isNoticeKind('confirm-email')).toBe(false)
    expect(isNoticeKind('toString')).toBe(false)
  })

  test('of feedback leads to it and says nothing of the marks', () => {
    const path = '/vignettes/the-locked-door/attempts/1'
    const text = noticeText('feedback-released', { vignetteTitle: 'The locked door', path })
    expect(text).toMatchObject({ path })
    expect(JSON.stringify(text)).not.toMatch(/pass|mark|level|score/i)
  })

  test('goes by mail with the address of its page and of the settings', () => {
    const params = { courseTitle: 'Therapeutic stance', certificateNumber: 'STN-1' }
    const { subject, text } = composeNotice('certificate-issued', params, { userId: uuidv7(), name: 'Łucja Żak' })
    expect(subject).toBe('Your certificate has been issued')
    expect(text).toContain('Dear Łucja Żak,')
    expect(text).toMatch(/http\S+\/certificates\n/)
    expect(text).toMatch(/http\S+\/settings\/notices/)
  })
})

describe('a mail about an account', () => {
  test('asks for a secret only where its link needs one, and carries it', async () => {
    const asked: string[] = []
    const issue = async (purpose: string) => {
      asked.push(purpose)
      return 'the-secret'
    }
    const reset = await composeAccountMail('reset-password', {}, 'Noor', issue)
    const exists = await composeAccountMail('account-exists', {}, 'Noor', issue)
    expect(reset.text).toMatch(/\/reset-password\/the-secret\n/)
    expect(exists.text).not.toContain('the-secret')
    expect(asked).toEqual(['reset_password'])
  })

  test('of an invitation says who invites', async () => {
    const { text } = await composeAccountMail('invitation', { inviter: 'Rena Root' }, 'Imre', async () => 'x')
    expect(text).toContain('Rena Root has made an account for you')
  })
})
