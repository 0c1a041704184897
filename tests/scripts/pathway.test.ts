import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from './support/folders.ts'
import { runScript } from './support/processes.ts'

const EXAMPLE = 'docs/examples/pathway-facts.json'

async function pathway(...words: string[]) {
  const script = runScript('scripts/pathway.ts', words)
  return { code: await script.ended, said: script.said() }
}

function fileOf(text: string, name = 'facts.json'): string {
  const file = path.join(temporaryFolder(), name)
  writeFileSync(file, text)
  return file
}

describe('npm run pathway', () => {
  it('prints the tree of docs/pathways.md for the facts shown there', async () => {
    const { code, said } = await pathway('practitioner', EXAMPLE, '--at', '2025-12-31')
    expect(code).toBe(0)
    const documented = /```text\n([\s\S]+?)```/.exec(readFileSync('docs/pathways.md', 'utf8'))?.[1]?.trim()
    expect(documented).toBeTruthy()
    expect(said).toContain(documented)
  })

  it('looks at the day that it is asked for', async () => {
    const { said } = await pathway('practitioner', EXAMPLE, '--at', '2025-09-05', '--json')
    expect(JSON.parse(said)).toMatchObject({ at: '2025-09-05', isMet: false })
    expect(said).not.toContain('c1')
  })

  it('prints what keeps a status up, where the pathway says so', async () => {
    expect((await pathway('practitioner', EXAMPLE, '--renewal')).said).toContain(
      '[renewal-cpd]: not begun, 0 of 50 hours',
    )
    const { code, said } = await pathway('norway', EXAMPLE, '--renewal')
    expect([code, said]).toEqual([1, expect.stringContaining('says nothing of renewal')])
  })

  it('takes a pathway that is still being written, and names its faults by line', async () => {
    const draft = readFileSync('content/pathways/norway.yaml', 'utf8')
    expect((await pathway(fileOf(draft, 'draft.yaml'), EXAMPLE)).code).toBe(0)
    const faulty = await pathway(fileOf(draft.replace('of: days', 'of: weeks'), 'draft.yaml'), EXAMPLE)
    expect(faulty.code).toBe(1)
    expect(faulty.said).toMatch(/draft\.yaml:\d+:\d+ requirements\[0\]\.of: must be days/)
  })

  it.each<[string, string[], string]>([
    ['facts that are not JSON', ['norway', fileOf('{')], 'it is not JSON'],
    [
      'facts with a slip',
      ['norway', fileOf('{"person":{"profession":"nurse"},"cpd":[{"on":"5 May"}]}')],
      'cpd.0.on: must be a day',
    ],
    ['a pathway of another planet', ['mars', EXAMPLE], 'neither a file mars nor a pathway'],
    ['a day that is none', ['norway', EXAMPLE, '--at', '2025-02-31'], '"2025-02-31" is no day'],
    ['nothing at all', [], 'Usage: npm run pathway'],
  ])('says in a sentence what is wrong with %s', async (_, words, sentence) => {
    const { code, said } = await pathway(...words)
    expect(code).toBe(1)
    expect(said).toContain(sentence)
  })
})
