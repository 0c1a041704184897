import { createPrivateKey } from 'node:crypto'
import { signerOf } from '#app/integrations/issuer-key.server.ts'

/** An Ed25519 private key in PEM made of 32 bytes, so that each test run signs the same. */
export const pemOfSeed = (seed: Uint8Array): string =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString()

/** The key of every test's installation. */
export const ISSUER_KEY = pemOfSeed(Buffer.alloc(32, 'stance'))

/** A signer of its own for each word. */
export const signerFrom = (word: string) => signerOf(createPrivateKey(pemOfSeed(Buffer.alloc(32, word))))
