import type { NodeWords } from '../../node'

export const words: { en: NodeWords; 'zh-CN': NodeWords } = {
  en: {
    title: 'Start',
    summary: 'Where every contact begins.',
    fields: { by: { label: 'What begins it', hint: 'Each has its own way out.' } },
    choices: { 'by.call': 'A call comes in', 'by.message': 'A text comes in', 'by.request': 'Another system asks for it' },
    ports: { call: 'A call comes in', message: 'A text comes in', request: 'Another system asks' },
  },
  'zh-CN': {
    title: '开始',
    summary: '每次联络从这里开始。',
    fields: { by: { label: '由什么开始', hint: '每一种都有自己的出口。' } },
    choices: { 'by.call': '有来电', 'by.message': '收到短信', 'by.request': '由其他系统发起' },
    ports: { call: '有来电', message: '收到短信', request: '其他系统发起' },
  },
}
