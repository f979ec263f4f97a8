import type { NodeWords } from '../../node'

export const words: { en: NodeWords; 'zh-CN': NodeWords } = {
  en: {
    title: 'Subflow',
    summary: 'Plays another flow, at one signed release of it, and comes back.',
    fields: {
      release: { label: 'Flow and release', hint: 'The chosen release stays, whatever is released later.' },
      inputs: { label: 'Hand over', hint: 'Only what stands here is known inside.' },
      'inputs.variable': { label: 'Its variable' },
      'inputs.value': { label: 'Value' },
      outputs: { label: 'Take back' },
      'outputs.variable': { label: 'Our variable' },
      'outputs.from': { label: 'Its variable' },
      outcomes: { label: 'Ways out', hint: 'The outcomes its End nodes name.' },
      'outcomes.outcome': { label: 'Outcome' },
      returnAll: { label: 'Show every variable of it in the result', hint: 'For imported flows, which read them there.' },
    },
    ports: { otherwise: 'Any other outcome' },
  },
  'zh-CN': {
    title: '子流程',
    summary: '播放另一个流程的某个已签署版本，然后返回。',
    fields: {
      release: { label: '流程和版本', hint: '选定的版本不会随以后的发布而改变。' },
      inputs: { label: '传入', hint: '只有此处列出的内容在子流程中可知。' },
      'inputs.variable': { label: '子流程的变量' },
      'inputs.value': { label: '值' },
      outputs: { label: '取回' },
      'outputs.variable': { label: '本流程的变量' },
      'outputs.from': { label: '子流程的变量' },
      outcomes: { label: '出口', hint: '子流程的结束节点所写的结果。' },
      'outcomes.outcome': { label: '结果' },
      returnAll: { label: '在结果中显示子流程的所有变量', hint: '供导入的流程读取。' },
    },
    ports: { otherwise: '其他结果' },
  },
}
