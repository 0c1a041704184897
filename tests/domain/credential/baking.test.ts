import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bakedInPng, bakePng, isPng } from '#app/domain/credential/baked-png.ts'
import { bakedInSvg, bakeSvg } from '#app/domain/credential/baked-svg.ts'
import { readFile } from '#app/features/credentials/reading/read-file.ts'

/** One white pixel. */
const PIXEL = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==', 'base64'),
)
const CREDENTIAL = JSON.stringify({ name: 'Łukasiewicz ]]> Ω', proof: {} })

describe('a credential baked into a PNG', () => {
  it('is read as it was', async () => {
    expect(await readFile(bakePng(PIXEL, CREDENTIAL))).toEqual({ credential: JSON.parse(CREDENTIAL) })
  })

  it('stands right after the head, with a check that other programs accept', () => {
    const baked = bakePng(PIXEL, 'x')
    expect(isPng(baked)).toBe(true)
    expect(Buffer.from(baked.subarray(37, 41)).toString()).toBe('iTXt')
    const length = Buffer.from(baked).readUInt32BE(33)
    expect(Buffer.from(baked).readUInt32BE(41 + length)).toBe(crc32(baked.subarray(37, 41 + length)))
  })

  it('takes the place of an earlier one', () => {
    const baked = bakePng(bakePng(PIXEL, 'first'), 'second')
    expect(Buffer.from(bakedInPng(baked)?.bytes ?? []).toString()).toBe('second')
    expect(
      Buffer.from(baked)
        .toString('latin1')
        .match(/openbadgecredential/g),
    ).toHaveLength(1)
  })

  it('is read when another program compressed it', async () => {
    const plain = Buffer.from(bakePng(PIXEL, 'x'))
    const compressed = deflateSync(CREDENTIAL)
    const data = Buffer.concat([Buffer.from('openbadgecredential\0\x01\0\0\0', 'latin1'), compressed])
    const head = Buffer.alloc(8)
    head.writeUInt32BE(data.length)
    head.write('iTXt', 4)
    const foreign = Buffer.concat([plain.subarray(0, 33), head, data, Buffer.alloc(4), Buffer.from(PIXEL).subarray(33)])
    expect(await readFile(foreign)).toEqual({ credential: JSON.parse(CREDENTIAL) })
  })

  it.each([
    ['without one', PIXEL],
    ['cut short', bakePng(PIXEL, CREDENTIAL).slice(0, 60)],
  ])('is missed in an image %s', async (_, image) => {
    expect(await readFile(image)).toEqual({ fault: expect.stringContaining('carries no credential') })
  })
})

describe('a credential baked into an SVG', () => {
  const svg = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>'

  it('is read as it was, whatever is in it', async () => {
    const baked = bakeSvg(svg, CREDENTIAL)
    expect(baked).toContain('xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"')
    expect(JSON.parse(bakedInSvg(baked) ?? '')).toEqual(JSON.parse(CREDENTIAL))
    expect(await readFile(Buffer.from(baked))).toEqual({ credential: JSON.parse(CREDENTIAL) })
  })

  it('is missed in an image without one', async () => {
    expect(await readFile(Buffer.from(svg))).toEqual({ fault: expect.stringContaining('carries no credential') })
  })
})

describe('a file', () => {
  it.each(['', 'text', '[]', '{}', '{"proof"', '\u0000'])('of %j is no credential', async (text) => {
    expect(await readFile(Buffer.from(text))).toEqual({ fault: expect.stringContaining('not a credential') })
  })

  it('that is far too large is not read', async () => {
    expect(await readFile(new Uint8Array(11 * 1024 * 1024))).toEqual({ fault: expect.stringContaining('larger') })
  })
})
