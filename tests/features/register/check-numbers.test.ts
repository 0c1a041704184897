import { beforeEach, describe, expect, test } from 'vitest'
import { countQueries } from '#app/db/client.server.ts'
import { verifyCertificate } from '#app/features/credentials/verify-certificate.server.ts'
import { checkNumbers } from '#app/features/register/check-numbers.server.ts'
import { checkedFile } from '#app/features/register/checked-file.ts'
import { readNumbers } from '#app/features/register/read-numbers.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { onePersonWithCertificate } from '#tests/support/certificates.ts'
import { happens, holdNote, holdStatus, reissue } from '#tests/support/held-statuses.ts'

const NEVER_ISSUED = 'STN-0000-0000-0000-0000-0'

const typedIn = (text: string) => {
  const read = readNumbers(text)
  return 'numbers' in read ? read.numbers.map(({ typed }) => typed) : read.fault
}

describe('a list', () => {
  test.each<[string, string, string[]]>([
    ['of bare lines', 'STN-1\nSTN-2\n', ['STN-1', 'STN-2']],
    ['with Windows line ends and a byte order mark', '\uFEFFSTN-1\r\nSTN-2\r\n', ['STN-1', 'STN-2']],
    ['with empty lines', '\nSTN-1\n\n\nSTN-2', ['STN-1', 'STN-2']],
    ['whose first column has them', 'STN-1;Noor\nSTN-2;Ada', ['STN-1', 'STN-2']],
    ['whose second column is called so', 'name;Certificate number\nNoor;STN-1\nAda;STN-2', ['STN-1', 'STN-2']],
    ['with quotes and commas inside', '"who","number"\n"Jansen, Noor","STN-1"', ['STN-1']],
    ['with tabs', 'number\twho\nSTN-1\tNoor', ['STN-1']],
    ['with a header in another language', 'Zertifikat\nSTN-1', ['STN-1']],
    ['with a line that has no number', 'number,who\nSTN-1,Noor\n,Ada', ['STN-1']],
  ])('%s is read', (_, text, numbers) => expect(typedIn(text)).toEqual(numbers))

  test.each([
    ['of nothing', ' \n\n', 'Paste the numbers, or choose a file.'],
    ['of a header alone', 'number,name', 'There is no number in this list, only its first line.'],
    ['with a quotation mark left open', 'STN-1\n"STN-2', 'Line 2: a quotation mark is opened and never closed'],
    ['of 501', 'STN-1\n'.repeat(501), 'At most 500 numbers at once; these are 501.'],
  ])('%s says why it cannot be', (_, text, fault) => expect(typedIn(text)).toContain(fault))

  test('keeps the numbers of its lines', () => {
    expect(readNumbers('number\n\nSTN-1\nSTN-2')).toEqual({
      numbers: [
        { line: 3, typed: 'STN-1' },
        { line: 4, typed: 'STN-2' },
      ],
    })
  })
})

describe('the answer', () => {
  let number: string

  beforeEach(async () => {
    ;({ number } = await onePersonWithCertificate())
  })

  const check = async (...typed: string[]) =>
    (
      await checkNumbers(
        typed.map((each, index) => ({ line: index + 1, typed: each })),
        now,
      )
    ).checked

  test('says of each number what its own page says, in the order of the list', async () => {
    const [status, corrected] = [await holdStatus(await createAccount('Ada')), await createAccount('Bo')]
    const before = await holdStatus(corrected)
    const after = await reissue(corrected, before, { issuedAt: now })
    await happens(status, 'suspended', now, new Date('2026-12-01'))
    const answer = await check(status.number, number, before.number, after.number)
    expect(answer).toMatchObject([
      { holderName: 'Ada', state: 'suspended', words: 'Suspended on 2 November 2026, until 1 December 2026' },
      { holderName: 'Noor', state: 'valid', kind: 'Certificate of completion', title: 'Therapeutic stance' },
      { holderName: 'Bo', state: 'superseded', supersededBy: after.number },
      { holderName: 'Bo', state: 'valid', kind: 'Practitioner status', validUntil: new Date('2028-03-02T23:59:59Z') },
    ])
    for (const { number: read = '', state } of answer)
      expect(await verifyCertificate(read, now)).toMatchObject({ state })
  })

  test('reads numbers as people type them, and says what is wrong with one that is mistaken', async () => {
    const typed = ` ${number.toLowerCase().replaceAll('-', ' ')}`
    const [read, mistaken] = await check(typed, `${NEVER_ISSUED.slice(0, -1)}1`)
    expect(read).toMatchObject({ state: 'valid', number })
    expect(mistaken).toMatchObject({ state: 'mistaken', words: expect.stringContaining('wrong or out of place') })
    expect(mistaken).not.toHaveProperty('holderName')
  })

  test('tells a number that comes again, and counts an unknown one once', async () => {
    const list = [number, NEVER_ISSUED, number.toLowerCase(), NEVER_ISSUED]
    const typed = list.map((each, index) => ({ line: index + 1, typed: each }))
    const { checked, unknown } = await checkNumbers(typed, now)
    expect(checked.map(({ state, sameAs }) => [state, sameAs])).toEqual([
      ['valid', undefined],
      ['unknown', undefined],
      ['valid', 1],
      ['unknown', 2],
    ])
    expect(unknown).toBe(1)
  })

  test('speaks of a note by its own name', async () => {
    const ada = await createAccount('Ada')
    const note = await holdNote(ada, await holdStatus(ada), 'group')
    expect(await check(note.number)).toMatchObject([{ kind: 'Specialist note', title: 'MBT practitioner: groups' }])
  })

  test('asks the database once for five hundred', async () => {
    const typed = Array.from({ length: 500 }, (_, index) => ({
      line: index + 1,
      typed: index % 2 ? number : NEVER_ISSUED,
    }))
    const { queries } = await countQueries(() => checkNumbers(typed, now))
    expect(queries()).toBe(1)
  })

  test('is a file in which no spreadsheet finds a formula', async () => {
    const file = checkedFile(await check('=HYPERLINK("http://x")', number))
    const [header, first, second] = file.split('\r\n')
    expect(header).toMatch(/^line,typed,number,state,/)
    expect(first).toMatch(/^1,"'=HYPERLINK\(""http/)
    expect(second).toContain(`,${number},valid,Valid,Certificate of completion,Therapeutic stance,Noor,`)
  })
})
