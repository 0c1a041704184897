import { describe, expect, it } from 'vitest'
import { rangedFile } from '#app/http/ranged-file.ts'

const CONTENT = '0123456789'
const file = {
  type: 'audio/mp4',
  bytes: CONTENT.length,
  tag: 'a1',
  read: async ({ start, end }: { start: number; end: number }) =>
    new TextEncoder().encode(CONTENT.slice(start, end + 1)),
}
async function ask(headers: Record<string, string> = {}) {
  const answer = await rangedFile(new Request('https://stance.example/', { headers }), file)
  const { status } = answer
  return { status, range: answer.headers.get('content-range'), text: await answer.text(), headers: answer.headers }
}

describe('a file in parts', () => {
  it('is sent whole when nobody asks for a part, and says that parts can be had', async () => {
    const { status, range, text, headers } = await ask()
    expect([status, range, text]).toEqual([200, null, CONTENT])
    expect(Object.fromEntries(headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'content-length': '10',
      'content-type': 'audio/mp4',
      'x-content-type-options': 'nosniff',
      etag: '"a1"',
    })
  })

  it.each([
    ['bytes=2-4', '2-4', '234'],
    ['bytes=7-', '7-9', '789'],
    ['bytes=-3', '7-9', '789'],
    ['bytes=-99', '0-9', CONTENT],
    ['bytes=8-99', '8-9', '89'],
  ])('is sent in the part that %s asks for', async (range, sent, text) => {
    expect(await ask({ Range: range })).toMatchObject({ status: 206, range: `bytes ${sent}/10`, text })
  })

  it.each(['bytes=10-', 'bytes=99-120', 'bytes=-0'])('has nothing for %s, which lies beyond its end', async (range) => {
    expect(await ask({ Range: range })).toMatchObject({ status: 416, range: 'bytes */10', text: '' })
  })

  it.each(['bytes=4-2', 'bytes=a-b', 'lines=1-2', 'bytes=0-1,4-5'])('is sent whole for %s', async (range) => {
    expect(await ask({ Range: range })).toMatchObject({ status: 200, text: CONTENT })
  })

  it('is sent whole when a part is asked of one that has changed since, and not at all when nothing has', async () => {
    const part = { Range: 'bytes=0-1' }
    expect(await ask({ ...part, 'If-Range': '"a1"' })).toMatchObject({ status: 206, text: '01' })
    expect(await ask({ ...part, 'If-Range': '"a0"' })).toMatchObject({ status: 200, text: CONTENT })
    expect(await ask({ ...part, 'If-Range': 'W/"a1"' })).toMatchObject({ status: 200, text: CONTENT })
    expect(await ask({ 'If-None-Match': '"a1"' })).toMatchObject({ status: 304, text: '' })
  })
})
