import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings } from '#app/env.server.ts'
import { temporaryFolder } from './support/folders.ts'
import { ISSUER_KEY } from './support/issuer.ts'

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

  it('sell with a key of Stripe and the secret that its messages are signed by, or not at all', () => {
    const [STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET] = ['sk_test_1', 'whsec_12345678']
    const faults = (source: NodeJS.ProcessEnv) => faultsOf({ DATABASE_URL, ...source })
    expect(faults({ STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET })).toEqual([])
    expect(faults({ STRIPE_SECRET_KEY })).toEqual(['STRIPE_WEBHOOK_SECRET'])
    expect(faults({ STRIPE_SECRET_KEY: 'pk_test_1', STRIPE_WEBHOOK_SECRET: 'x', STRIPE_API_BASE: 'stripe' })).toEqual([
      'STRIPE_SECRET_KEY',
      'STRIPE_WEBHOOK_SECRET',
      'STRIPE_API_BASE',
    ])
    const live = { STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_WEBHOOK_SECRET, STRIPE_API_BASE: 'http://127.0.0.1:9' }
    expect(faults(live)).toEqual(['STRIPE_API_BASE'])
  })

  it('refuse in production what is safe only on a developer’s own machine', () => {
    const faults = faultsOf({ NODE_ENV: 'production', DATABASE_URL, DEMO: 'true', APP_URL: 'http://stance.example' })
    expect(faults).toEqual(
      expect.arrayContaining(['SESSION_SECRET', 'APP_URL', 'SMTP_URL', 'STORAGE_URL', 'ISSUER_KEY_FILE', 'DEMO']),
    )
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

  it('keep checkpoints of the audit trail beside uploaded files, or in a file that nothing serves', () => {
    const fileOf = (source: Record<string, string>) => readSettings({ DATABASE_URL, ...source }).checkpointFile
    expect(fileOf({})).toBe(path.resolve('.data/files-audit-checkpoints.jsonl'))
    expect(fileOf({ STORAGE_URL: '/srv/stance' })).toBe('/srv/stance-audit-checkpoints.jsonl')
    expect(fileOf({ AUDIT_CHECKPOINTS: '/mnt/worm/stance.jsonl' })).toBe('/mnt/worm/stance.jsonl')
    expect(faultsOf({ DATABASE_URL, AUDIT_CHECKPOINTS: 'public/x.jsonl', AUDIT_WITNESS: 'nobody' })).toEqual([
      'AUDIT_CHECKPOINTS',
      'AUDIT_WITNESS',
    ])
  })

  it('take the issuer’s key from a file or from the environment, and never from both', () => {
    const file = path.join(temporaryFolder(), 'key.pem')
    writeFileSync(file, ISSUER_KEY)
    const inOneLine = ISSUER_KEY.replaceAll('\n', '\\n')
    for (const source of [{ ISSUER_KEY }, { ISSUER_KEY: inOneLine }, { ISSUER_KEY_FILE: file }])
      expect(readSettings({ DATABASE_URL, ...source }).issuerKey?.asymmetricKeyType).toBe('ed25519')
    expect(faultsOf({ DATABASE_URL, ISSUER_KEY, ISSUER_KEY_FILE: file })).toEqual(['ISSUER_KEY_FILE'])
  })

  it('refuse an issuer’s key that cannot be read or is of another kind, without repeating it', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const other = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    expect(faultsOf({ DATABASE_URL, ISSUER_KEY_FILE: '/nowhere/key.pem' })).toEqual(['ISSUER_KEY_FILE'])
    for (const key of [other, 'a key', ISSUER_KEY.slice(0, 60)]) {
      expect(faultsOf({ DATABASE_URL, ISSUER_KEY: key })).toEqual(['ISSUER_KEY'])
      expect(() => readSettings({ DATABASE_URL, ISSUER_KEY: key })).not.toThrow(key)
    }
  })

  it('connect as the owner where no owner is named', () => {
    expect(readSettings({ DATABASE_URL }).adminDatabaseUrl).toBe(DATABASE_URL)
  })
})
