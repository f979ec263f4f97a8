import type { NodeWords } from '../../node'

export const words: { en: NodeWords; 'zh-CN': NodeWords } = {
  en: {
    title: 'End',
    summary: 'Says goodbye and ends the call or the conversation.',
    fields: {
      prompt: { label: 'Last words', hint: 'Leave empty to end without words.' },
      outcome: { label: 'Outcome', hint: 'The word reports count this ending by, such as completed or refill requested.' },
    },
    ports: {},
  },
  'zh-CN': {
    title: '结束',
    summary: '道别，并结束通话或对话。',
    fields: {
      prompt: { label: '最后的话', hint: '留空则不说话直接结束。' },
      outcome: { label: '结果', hint: '报表按这个词统计，例如“已完成”或“已申请续药”。' },
    },
    ports: {},
  },
}
