import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseUploadForm } from '#app/http/upload-form.server.ts'

const schema = z.object({ title: z.string().min(3, 'Too short.') })
const LIMIT = 64 * 1024
const BOUNDARY = 'a-boundary'

const field = (name: string, value: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const fileHead = (name: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: image/png\r\n\r\n`
const END = `\r\n--${BOUNDARY}--\r\n`

/** A form that arrives piece by piece, and how much of it was taken. */
function arriving(pieces: Iterable<string | Uint8Array>, failure?: Error) {
  const taken = { bytes: 0 }
  const iterator = pieces[Symbol.iterator]()
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = iterator.next()
      if (done) return failure ? controller.error(failure) : controller.close()
      const piece = typeof value === 'string' ? new TextEncoder().encode(value) : value
      taken.bytes += piece.byteLength
      controller.enqueue(piece)
    },
  })
  return { body, taken }
}

function post(body: BodyInit, type = `multipart/form-data; boundary=${BOUNDARY}`) {
  const init = { method: 'POST', body, headers: { 'content-type': type }, duplex: 'half' } as RequestInit
  return parseUploadForm(new Request('https://stance.example', init), schema, { maxFileBytes: LIMIT })
}

function* fileOf(bytes: number, title = 'Basic') {
  yield field('title', title)
  yield fileHead('scan.png')
  for (let sent = 0; sent < bytes; sent += 16 * 1024) yield new Uint8Array(Math.min(16 * 1024, bytes - sent))
  yield END
}

describe('a form with a file', () => {
  test('gives its fields and the file', async () => {
    const form = await post(arriving(fileOf(1000)).body)
    expect(form).toMatchObject({ ok: true, value: { title: 'Basic' }, file: { name: 'scan.png' } })
    expect(form.file?.bytes.byteLength).toBe(1000)
    expect(form.trouble).toBeUndefined()
  })

  test('takes a file of exactly the limit, and not one byte more', async () => {
    expect((await post(arriving(fileOf(LIMIT)).body)).file?.bytes.byteLength).toBe(LIMIT)
    expect(await post(arriving(fileOf(LIMIT + 1)).body)).toMatchObject({ ok: true, trouble: 'too-large' })
  })

  test('keeps what was typed when the file is far too large, reads it to its end and holds none of it', async () => {
    const { body, taken } = arriving(fileOf(60 * 1024 * 1024))
    const form = await post(body)
    expect(form).toMatchObject({ ok: true, value: { title: 'Basic' }, trouble: 'too-large' })
    expect(form.file).toBeUndefined()
    expect(taken.bytes).toBeGreaterThan(60 * 1024 * 1024)
  })

  test('that breaks off in the middle has no file, and what was typed is there', async () => {
    const half = [field('title', 'Basic'), fileHead('scan.png'), new Uint8Array(1000)]
    for (const failure of [undefined, new Error('aborted')]) {
      const form = await post(arriving(half, failure).body)
      expect(form).toMatchObject({ ok: true, value: { title: 'Basic' }, trouble: 'broken-off' })
      expect(form.file).toBeUndefined()
    }
  })

  test('in which no file was chosen has none', async () => {
    const form = await post(`${field('title', 'Basic')}${fileHead('')}${END}`)
    expect(form).toMatchObject({ ok: true, value: { title: 'Basic' } })
    expect(form.file).toBeUndefined()
  })

  test('with an empty file has one', async () => {
    const form = await post(`${field('title', 'Basic')}${fileHead('empty.png')}${END}`)
    expect(form.file?.bytes.byteLength).toBe(0)
  })

  test('that is at fault comes back with every fault under its field', async () => {
    expect(await post(`${field('title', 'B')}${END.slice(2)}`)).toMatchObject({
      ok: false,
      fault: { errors: { title: ['Too short.'] }, values: { title: 'B' } },
    })
  })

  test('whose text is larger than any form of ours is refused', async () => {
    const many = Array.from({ length: 6 }, (_, index) => field(`field-${index}`, 'x'.repeat(60_000))).join('')
    await expect(post(`${many}${END.slice(2)}`)).rejects.toMatchObject({ status: 413 })
  })

  test('that cannot be read is refused', async () => {
    await expect(post('nothing of the kind, and long enough to tell')).rejects.toMatchObject({ status: 400 })
    await expect(post('{}', 'application/json')).rejects.toMatchObject({ status: 415 })
  })

  test('that is sent without a file by what cannot send one is a form like any other', async () => {
    expect(await post('title=Basic', 'application/x-www-form-urlencoded')).toMatchObject({ value: { title: 'Basic' } })
  })
})
