import type { NodeWords } from '../../node'

export const words: { en: NodeWords; 'zh-CN': NodeWords } = {
  en: {
    title: 'Voicemail',
    summary: 'Records a message from the caller.',
    fields: {
      greeting: { label: 'What the caller hears first', hint: 'Say that it is recorded, and what to do in an emergency.' },
      maxSeconds: { label: 'Longest message', unit: 'seconds', hint: 'Only the first 120 seconds can be written down as text.' },
      silenceSeconds: { label: 'Stop after silence of', unit: 'seconds', hint: '0 means never.' },
      finishOnKey: { label: 'Keys that end it', hint: 'Leave empty for none.' },
      beep: { label: 'Tone before' },
      trim: { label: 'Cut silence at the ends' },
      transcribe: { label: 'Write it down', hint: 'American English only. The words arrive some minutes later.' },
      notify: { label: 'Tell this number by text' },
      notice: { label: 'What that text says', hint: 'No health details: a text is not confidential.' },
      split: { label: 'Ways out' },
    },
    choices: { 'split.by_recording': 'By what was recorded', 'split.imported': 'As imported: also when the caller hangs up' },
    ports: { recorded: 'Message left', nothing: 'Nothing said', hangup: 'Caller hung up' },
  },
  'zh-CN': {
    title: '语音留言',
    summary: '录下来电者的留言。',
    fields: {
      greeting: { label: '来电者先听到的话', hint: '请说明会录音，以及紧急情况该怎么办。' },
      maxSeconds: { label: '最长留言', unit: '秒', hint: '只有前 120 秒可以转成文字。' },
      silenceSeconds: { label: '静音多久后结束', unit: '秒', hint: '0 表示不结束。' },
      finishOnKey: { label: '结束录音的按键', hint: '留空表示没有。' },
      beep: { label: '录音前提示音' },
      trim: { label: '去掉首尾静音' },
      transcribe: { label: '转成文字', hint: '仅支持美国英语，几分钟后才有文字。' },
      notify: { label: '用短信通知此号码' },
      notice: { label: '短信内容', hint: '不要写病情：短信不保密。' },
      split: { label: '出口' },
    },
    choices: { 'split.by_recording': '按录音结果', 'split.imported': '与导入时相同：另有来电者挂断' },
    ports: { recorded: '已留言', nothing: '没有留言', hangup: '来电者挂断' },
  },
}
