import type { NodeWords } from '../../node'

export const words: { en: NodeWords; 'zh-CN': NodeWords } = {
  en: {
    title: 'Menu',
    summary: 'Asks the caller to choose, by key, by word or by text.',
    fields: {
      prompt: { label: 'What the caller hears', hint: 'Say the choice first, then the key: for a refill, press 1.' },
      options: { label: 'Choices' },
      'options.label': { label: 'Choice' },
      'options.key': { label: 'Key' },
      'options.words': { label: 'Spoken words', hint: 'Words that mean this choice, separated by commas.' },
      listen: { label: 'Listen for' },
      waitSeconds: { label: 'Wait', unit: 'seconds', hint: 'Counted from the end of the words.' },
      retries: { label: 'Ask again in these words', hint: 'One for each further try. Say it differently than before.' },
      replyHours: { label: 'Wait for a text', unit: 'hours' },
    },
    choices: { 'listen.keys': 'Keys', 'listen.speech': 'Speech', 'listen.both': 'Keys and speech' },
    ports: { no_answer: 'No clear answer' },
  },
  'zh-CN': {
    title: '菜单',
    summary: '请来电者选择：按键、说话或发短信。',
    fields: {
      prompt: { label: '来电者听到的内容', hint: '先说选项，再说按键：续药请按 1。' },
      options: { label: '选项' },
      'options.label': { label: '选项' },
      'options.key': { label: '按键' },
      'options.words': { label: '可说的词', hint: '表示此选项的词，用逗号分开。' },
      listen: { label: '接受' },
      waitSeconds: { label: '等待', unit: '秒', hint: '从播报结束开始计算。' },
      retries: { label: '再次询问的话', hint: '每多问一次一句，换一种说法。' },
      replyHours: { label: '等待短信', unit: '小时' },
    },
    choices: { 'listen.keys': '按键', 'listen.speech': '语音', 'listen.both': '按键和语音' },
    ports: { no_answer: '没有明确回答' },
  },
}
