/**
 * Sends a small form on the side of a page that stays as it is, with what is being written on it.
 * @returns whether it was taken: not where the server is away or has signed the person out.
 */
export async function postAside(address: string, fields: Record<string, string>): Promise<boolean> {
  try {
    const response = await fetch(address, { method: 'POST', body: new URLSearchParams(fields) })
    return response.ok && new URL(response.url).pathname === address
  } catch {
    return false
  }
}
