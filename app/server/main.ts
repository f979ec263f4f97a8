import { onNewEnoughNode } from './node-guard'

// Loaded only then: on an older Node some packages cannot even be read.
onNewEnoughNode(async () => {
  const { start } = await import('./start')
  await start({ dev: process.argv.includes('--dev') })
})
