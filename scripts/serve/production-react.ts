/**
 * React chooses between its slow, talkative development code and the other when it is first imported, by NODE_ENV. A
 * demo runs the built pages with NODE_ENV unset, so React is imported here, before anything else does, as in production.
 */
export async function loadProductionReact(): Promise<void> {
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  await Promise.all([import('react'), import('react/jsx-runtime'), import('react-dom/server')])
  if (NODE_ENV === undefined) delete process.env.NODE_ENV
  else process.env.NODE_ENV = NODE_ENV
}
