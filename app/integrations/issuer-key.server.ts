import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { multikeyOf } from '#app/domain/credential/multibase.ts'
import { settings } from '#app/env.server.ts'

/** A key that is held elsewhere (a hardware module, a key service) would be another one of these. */
export type IssuerSigner = {
  /** The public key, `z6Mk…`. */
  publicKey: string
  sign: (bytes: Uint8Array) => Promise<Uint8Array>
}

/** Beside our own database: a key that is only good for a demonstration. */
const DEVELOPMENT_KEY = '.data/issuer-key.pem'

let opened: IssuerSigner | undefined

/** The key with which this installation signs. Nothing but this file has the private half. */
export function issuerSigner(): IssuerSigner {
  opened ??= signerOf(settings().issuerKey ?? developmentKey())
  return opened
}

/** @param key an Ed25519 private key. */
export function signerOf(key: KeyObject): IssuerSigner {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
  return { publicKey: multikeyOf(Buffer.from(x, 'base64url')), sign: async (bytes) => sign(null, bytes, key) }
}

/** Made once. Of two processes that start at the same moment the first one decides: link() does not replace a file. */
function developmentKey(): KeyObject {
  mkdirSync(path.dirname(DEVELOPMENT_KEY), { recursive: true })
  const aside = `${DEVELOPMENT_KEY}.${process.pid}`
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  writeFileSync(aside, pem, { mode: 0o600 })
  try {
    linkSync(aside, DEVELOPMENT_KEY)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(aside)
  }
  return createPrivateKey(readFileSync(DEVELOPMENT_KEY))
}
