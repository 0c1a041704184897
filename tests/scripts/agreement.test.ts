import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { shroutFleiss } from '#tests/domain/agreement/published-data.ts'
import { temporaryFolder } from '#tests/support/folders.ts'
import { runScript } from './support/processes.ts'

async function agreement(csv: string | Buffer, ...words: string[]) {
  const file = path.join(temporaryFolder(), 'marks.csv')
  writeFileSync(file, csv)
  const script = runScript('scripts/agreement.ts', [file, ...words])
  return { code: await script.ended, said: script.said() }
}

const judges = shroutFleiss.flatMap((row, unit) => row.map((score, rater) => `${unit + 1},J${rater + 1},${score}`))
const published = ['unit,rater,score', ...judges].join('\n')

describe('npm run agreement', () => {
  it('prints every figure as JSON, and no figure is empty', async () => {
    const { code, said } = await agreement(published)
    expect(code).toBe(0)
    expect(said).not.toContain('null')
    const report = JSON.parse(said)
    expect(report).toMatchObject({ seed: '1', ratings: 24, missing: 0 })
    expect(report.criteria[0].icc['ICC(2,1)'].value.toFixed(2)).toBe('0.29')
    expect(Object.keys(report.criteria[0])).toEqual(
      expect.arrayContaining(['design', 'statistics', 'percentAgreement', 'icc', 'alpha', 'gwet', 'pairs']),
    )
    expect(report.severity.sets[0].markers).toHaveLength(4)
    expect(report.drift).toEqual([])
  })

  it('gives the same intervals for the same seed and others for another', async () => {
    const [once, again, other] = await Promise.all(['7', '7', '8'].map((seed) => agreement(published, '--seed', seed)))
    const intervals = (ran?: { said: string }) => JSON.parse(ran?.said ?? '').criteria[0].alpha
    expect(intervals(again)).toEqual(intervals(once))
    expect(intervals(other)).not.toEqual(intervals(once))
  })

  it('takes columns in any order and case, criteria, positions, missing scores and a byte order mark', async () => {
    const rows = [
      'Score,Rater,Criterion,Unit,Position,Note',
      '3,Ada,patience,"script, one",1,x',
      ',Ben,patience,"script, one",1,y',
    ]
    const { code, said } = await agreement(`\uFEFF${rows.join('\r\n')}\r\n`)
    expect(code).toBe(0)
    expect(JSON.parse(said)).toMatchObject({
      ratings: 1,
      missing: 1,
      drift: [{ rater: 'Ada', reason: expect.any(String) }],
    })
  })

  it('takes the scale for Gwet’s coefficients', async () => {
    const gwetOf = async (...words: string[]) =>
      JSON.parse((await agreement(published, ...words)).said).criteria[0].gwet
    const [used, wider] = await Promise.all([gwetOf(), gwetOf('--levels', '1-20')])
    expect(wider.quadratic.value).toBeGreaterThan(used.quadratic.value)
  })

  it.each([
    ['one marker', '1,Ada,,4\n2,Ada,,5'],
    ['marks that are all the same', '1,Ada,,4\n1,Ben,,4\n2,Ada,,4\n2,Ben,,4'],
    ['no mark at all', '1,Ada,patience,\n1,Ben,patience,\n2,Ada,patience\n2,Ben'],
  ])('has a reason in place of every figure that %s cannot give', async (_, rows) => {
    const { code, said } = await agreement(`unit,rater,criterion,score\n${rows}`)
    expect(code).toBe(0)
    expect(said).not.toMatch(/null|NaN/)
    const { criteria, severity } = JSON.parse(said)
    const [{ icc, alpha, gwet, statistics }] = criteria
    for (const figure of [icc, alpha, gwet].flatMap((figures) => Object.values(figures)))
      expect(figure).toEqual({ reason: expect.stringMatching(/\.$/) })
    expect(statistics.every(({ because }: { because: string }) => because.endsWith('.'))).toBe(true)
    expect(severity).toMatchObject({ sets: [], note: expect.stringMatching(/\.$/) })
  })

  it('names every fault with its line and prints no figure', async () => {
    const rows = [
      'unit,rater,score',
      '1,Ada,4',
      '1,,5',
      '2,Ada,four',
      '2,Ben,"4,5"',
      '',
      '1,Ada,3',
      '3,Ben,4,5',
      ',Ada,2',
    ]
    const { code, said } = await agreement(rows.join('\n'))
    expect(code).toBe(1)
    expect(said.trim().split('\n').slice(1)).toEqual([
      'line 3: rater is empty.',
      'line 4: score "four" is not a number.',
      'line 5: score "4,5" is not a number.',
      'line 7: the same unit, rater and criterion as in line 2.',
      'line 8: there are more cells than columns. Does a score have a decimal comma?',
      'line 9: unit is empty.',
    ])
  })

  it.each([
    ['a column is missing', 'unit,rater\n1,Ada', 'line 1: the column score is missing.'],
    ['there is no row', 'unit,rater,score\n', 'There are no ratings in the file.'],
    ['the file is empty', '', 'line 1: the columns unit, rater, score are missing.'],
    ['a quote is not closed', 'unit,rater,score\n1,"Ada,4', 'Quote Not Closed'],
    ['it is no text', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1]), 'missing'],
  ])('says so in a sentence where %s', async (_, csv, sentence) => {
    const { code, said } = await agreement(csv)
    expect(code).toBe(1)
    expect(said).toContain(sentence)
    expect(said).not.toContain('    at ')
  })

  it('says how it is used, and that a file is not there', async () => {
    const none = runScript('scripts/agreement.ts')
    expect([await none.ended, none.said()]).toEqual([1, expect.stringContaining('Usage: npm run agreement')])
    const absent = runScript('scripts/agreement.ts', ['no-such-file.csv'])
    expect([await absent.ended, absent.said().trim()]).toEqual([
      1,
      'no-such-file.csv cannot be read: there is no such file.',
    ])
    expect(await agreement(published, '--levels', '7')).toMatchObject({ code: 1, said: expect.stringContaining('1-7') })
  })
})
