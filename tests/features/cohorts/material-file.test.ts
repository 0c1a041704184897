import { describe, expect, test } from 'vitest'
import { MAX_MATERIAL_BYTES, readMaterialFile } from '#app/features/cohorts/material-file.server.ts'
import { PNG } from '#tests/support/evidence.ts'
import { PDF } from '#tests/support/pdf.ts'
import { DOCX, ODP, PPTM, PPTX, zipOf } from '#tests/support/zip.ts'

const read = (bytes: Uint8Array, name: string) => readMaterialFile({ file: { name, bytes } })
const text = (content: string) => new TextEncoder().encode(content)

describe('a file among the materials', () => {
  test.each([
    ['a PDF', PDF, 'Handout.PDF', 'Handout.PDF'],
    ['slides of PowerPoint', PPTX, 'Day 1 – 心.pptx', 'Day 1 – 心.pptx'],
    ['open slides', ODP, 'C:\\talks\\day.odp', 'day.odp'],
    ['a document', DOCX, 'rota.docx', 'rota.docx'],
    ['an image under the name of a program', PNG, 'photo.exe', 'photo.exe.png'],
    ['slides under the name of a program', PPTX, 'slides.jar', 'slides.jar.pptx'],
  ])('is %s by its content, under a name that ends so', async (_, bytes, name, shown) => {
    expect(await read(bytes, name)).toMatchObject({ name: shown })
  })

  test.each([
    ['a page', text('<!doctype html><script>alert(1)</script>')],
    ['a drawing that can run scripts', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['slides with macros', PPTM],
    ['another archive', zipOf({ 'run.sh': 'echo' })],
    ['text', text('Slides.')],
  ])('is not %s that is named like one', async (_, bytes) => {
    expect(await read(bytes, 'slides.pptx')).toEqual({ fault: expect.stringContaining('not a PDF, PPTX') })
  })

  test('that is none, empty, too large or broken off is refused in plain words', async () => {
    expect(MAX_MATERIAL_BYTES).toBe(10 * 1024 * 1024)
    expect(await readMaterialFile({})).toEqual({ fault: 'Choose a file.' })
    expect(await read(new Uint8Array(), 'a.pdf')).toEqual({ fault: 'This file is empty.' })
    expect(await readMaterialFile({ trouble: 'too-large' })).toEqual({ fault: expect.stringContaining('10 MB') })
    expect(await readMaterialFile({ trouble: 'broken-off' })).toEqual({ fault: expect.stringContaining('broke off') })
  })
})
