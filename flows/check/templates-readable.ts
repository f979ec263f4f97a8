import { templateProblem } from '../template'
import type { Rule } from './facts'

/** Every template can be read: a broken one would throw in front of a caller. */
export const templatesReadable: Rule = ({ nodes }) =>
  nodes.flatMap(({ id, templates }) =>
    templates.flatMap(({ template, field }) => {
      const problem = templateProblem(template)
      return problem
        ? [{ rule: 'broken-template', level: 'must' as const, node: id, field, values: { problem, template: template.slice(0, 80) } }]
        : []
    }),
  )
