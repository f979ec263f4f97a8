import { run } from '../node.mjs'
import { oneCheck } from './count.mjs'

/** Next writes the types of its routes, then the compiler reads everything but what an older `npm run dev` left behind. */
export async function types() {
  const routes = await run('next', ['typegen'])
  if (routes.code !== 0) return oneCheck(routes, 'next typegen')
  return oneCheck(await run('tsc', ['--project', 'tsconfig.check.json']), 'tsc')
}
