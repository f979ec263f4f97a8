import type { NodeWords } from '../../node'

export const words: { en: NodeWords; 'zh-CN': NodeWords } = {
  en: {
    title: 'Not carried over',
    summary: 'Keeps an imported widget that cannot run here. Put other nodes in its place before release.',
    fields: {
      widget: { label: 'Widget', hint: 'The kind of widget it was.' },
      json: { label: 'As it was', hint: 'The widget as it stood in the imported file. It is kept and never runs.' },
      events: { label: 'Ways out' },
      'events.id': { label: 'Name here' },
      'events.event': { label: 'Event' },
    },
    ports: {},
  },
  'zh-CN': {
    title: '未导入',
    summary: '保留一个在此无法运行的导入组件。发布前请用其他节点替换它。',
    fields: {
      widget: { label: '组件', hint: '原来的组件类型。' },
      json: { label: '原样', hint: '组件在导入文件中的原文。只保留，不运行。' },
      events: { label: '出口' },
      'events.id': { label: '此处名称' },
      'events.event': { label: '事件' },
    },
    ports: {},
  },
}
