import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '#tests/support/folders.ts'
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

  it('prints what keeps a status up, by what was done since it began', async () => {
    const facts = {
      person: { profession: 'nurse' },
      cpd: ['2025-03-01', '2026-03-01'].map((on, at) => {
        return { id: `${at}`, on, method: 'course', topic: 'x', hours: 6, participatoryHours: 6, hasReflection: true }
      }),
    }
    const file = fileOf(JSON.stringify(facts))
    expect((await pathway('practitioner', file, '--renewal')).said).toContain(
      '[renewal-cpd]: under way, 12 of 50 hours',
    )
    const since = await pathway('practitioner', file, '--renewal', '--since', '2025-06-01')
    expect(since.said).toContain('[renewal-cpd]: under way, 6 of 50 hours')
  })

  it('fills in what a pathway does not say of renewal', async () => {
    const draft = readFileSync('content/pathways/norway.yaml', 'utf8').replace(/renewal:[\s\S]+?(?=confirm:)/, '')
    const { code, said } = await pathway(fileOf(draft, 'draft.yaml'), EXAMPLE, '--renewal')
    expect([code, said]).toEqual([0, expect.stringContaining('[renewal-supervision]')])
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
