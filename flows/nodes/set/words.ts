import type { NodeWords } from '../../node'

export const words: { en: NodeWords; 'zh-CN': NodeWords } = {
  en: {
    title: 'Set variables',
    summary: 'Puts values into variables of this flow.',
    fields: {
      assignments: { label: 'Variables', hint: 'Set from top to bottom. A later value may use an earlier one.' },
      'assignments.variable': { label: 'Variable' },
      'assignments.value': { label: 'Value' },
      'assignments.as': { label: 'Kept as' },
    },
    choices: {
      'assignments.as.text': 'Text',
      'assignments.as.number': 'Number',
      'assignments.as.boolean': 'Yes or no',
      'assignments.as.json': 'Structure (JSON)',
    },
    ports: { next: 'Then' },
  },
  'zh-CN': {
    title: '设置变量',
    summary: '为本流程的变量赋值。',
    fields: {
      assignments: { label: '变量', hint: '从上到下依次设置，后面的值可以使用前面的。' },
      'assignments.variable': { label: '变量' },
      'assignments.value': { label: '值' },
      'assignments.as': { label: '保存为' },
    },
    choices: {
      'assignments.as.text': '文本',
      'assignments.as.number': '数值',
      'assignments.as.boolean': '是或否',
      'assignments.as.json': '结构 (JSON)',
    },
    ports: { next: '然后' },
  },
}
