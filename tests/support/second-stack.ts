import { createHash, createPublicKey, verify } from 'node:crypto'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { DataFactory } from 'rdf-data-factory'
import { RDFC10 } from 'rdfjs-c14n'
import { decodeBase58, publicKeyOf } from '#app/domain/credential/multibase.ts'
import { documentLoader } from '#app/features/credentials/signing/document-loader.ts'

/*
 * Data Integrity eddsa-rdfc-2022 once more, from the standard's text (W3C Data Integrity EdDSA Cryptosuites 1.0, section 3.2) and with none of
 * the libraries that we sign with: another JSON-LD parser, another canonicalisation, Node's own Ed25519.
 */

const factory = new DataFactory()

type Proof = { verificationMethod: string; proofValue: string }

/** Whether the proof is the signature of the key in its own address over this document. */
export async function verifiesBySecondStack(signed: object): Promise<boolean> {
  const { proof, ...document } = signed as { proof: Proof; '@context': unknown }
  const { proofValue, ...options } = proof
  const hashes = [{ '@context': document['@context'], ...options }, document].map(async (part) =>
    sha256(await canonical(part)),
  )
  const signature = decodeBase58(proofValue.slice(1))
  const key = publicKeyOf(proof.verificationMethod.split('#')[1] ?? '')
  if (!signature || !key) return false
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key).toString('base64url') },
    format: 'jwk',
  })
  return verify(null, Buffer.concat(await Promise.all(hashes)), publicKey, signature)
}

async function canonical(document: object): Promise<string> {
  const load = documentLoader()
  const parser = new JsonLdParser({
    dataFactory: factory,
    documentLoader: { load: async (url) => (await load(url)).document as Awaited<ReturnType<never>> },
  })
  parser.end(JSON.stringify(document))
  return new RDFC10(factory).canonicalize(await parser.toArray())
}

const sha256 = (text: string) => createHash('sha256').update(text).digest()
