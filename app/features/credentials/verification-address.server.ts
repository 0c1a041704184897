import { settings } from '#app/env.server.ts'

/** Where anybody can check the certificate of this number. */
export const verificationAddress = (number: string): string => `${settings().appUrl}/verify/${number}`
