import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings } from '#app/env.server.ts'

const DATABASE_URL = 'postgresql://stance_app:secret@localhost/stance'
const faultsOf = (source: NodeJS.ProcessEnv): string[] => {
  try {
    readSettings(source)
    return []
  } catch (error) {
    return (error as { faults: string[] }).faults.map((fault) => fault.split(':')[0] ?? '')
  }
}

describe('the settings', () => {
  it('need nothing but a database in development, where the demo is on', () => {
    expect(readSettings({ DATABASE_URL })).toMatchObject({ PORT: 3000, isDemo: true, appUrl: 'http://localhost:3000' })
  })

  it('are refused with every fault at once', () => {
    expect(faultsOf({ DATABASE_URL: 'mysql://x', PORT: '70000', SMTP_URL: 'mail', SESSION_SECRET: 'short' })).toEqual(
      expect.arrayContaining(['DATABASE_URL', 'PORT', 'SMTP_URL', 'SESSION_SECRET']),
    )
  })

  it('take an empty line for a setting that is absent', () => {
    expect(readSettings({ DATABASE_URL, PORT: '', SMTP_URL: '' }).PORT).toBe(3000)
  })

  it('refuse in production what is safe only on a developer’s own machine', () => {
    const faults = faultsOf({ NODE_ENV: 'production', DATABASE_URL, DEMO: 'true', APP_URL: 'http://stance.example' })
    expect(faults).toEqual(expect.arrayContaining(['SESSION_SECRET', 'APP_URL', 'SMTP_URL', 'STORAGE_URL', 'DEMO']))
  })

  it('keep uploaded files in a folder that nothing serves', () => {
    const folderOf = (STORAGE_URL: string) => readSettings({ DATABASE_URL, STORAGE_URL }).storageFolder
    expect(folderOf('')).toBe(path.resolve('.data/files'))
    expect(folderOf('/srv/stance')).toBe('/srv/stance')
    expect(folderOf('file:///srv/stance%20files')).toBe('/srv/stance files')
    for (const STORAGE_URL of [
      's3://bucket',
      'https://store.example',
      'public',
      'build/client',
      './public/../public/x',
    ])
      expect(faultsOf({ DATABASE_URL, STORAGE_URL })).toEqual(['STORAGE_URL'])
  })

  it('connect as the owner where no owner is named', () => {
    expect(readSettings({ DATABASE_URL }).adminDatabaseUrl).toBe(DATABASE_URL)
  })
})
