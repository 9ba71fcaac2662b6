import { zhCN as panels } from '@oriel/react';
import type { DashboardMessages } from './dashboard-messages.ts';

export const zhCN: DashboardMessages = {
  panels,

  pages: {
    home: '主页',
    traces: '追踪',
    observations: '观测',
    sessions: '会话',
    users: '用户',
    costs: '成本',
    releases: '发布版本',
    settings: '设置',
  },
  navigation: '页面',
  openNavigation: '打开页面列表',
  closeNavigation: '关闭',
  skipToContent: '跳到页面内容',
  loadingPage: '正在加载页面',
  pageFailed: '无法加载此页面',

  palette: {
    open: '跳转到…',
    title: '跳转到页面、追踪、会话或用户',
    placeholder: '名称或任意 ID…',
    searching: '正在查找…',
    nothing: (text) => `没有名为“${text}”的内容，也没有这个 ID。`,
    pages: '页面',
    trace: '使用此 ID',
    traces: '追踪',
    sessions: '会话',
    users: '用户',
  },

  item: {
    place: '当前位置',
    previous: '上一个',
    next: '下一个',
    openPage: '在页面中打开',
    closePeek: '关闭',
    peek: (name) => `追踪 ${name}`,
  },

  start: {
    title: '还没有追踪',
    lead: '发送一些追踪，它们会自动出现在这里。',
    langfuse: '通过 Langfuse SDK',
    openTelemetry: '通过任意 OpenTelemetry 导出器',
    files: '通过文件',
    filesHint: '将 Langfuse 批次、OTLP 导出或 Oriel 导出文件拖放到此页面。',
    code: '通过您自己的代码',
    copy: '复制',
    copied: '已复制',
    waiting: '正在等待第一条追踪…',
  },

  settings: {
    scores: '评分',
    storage: '存储内容',
    room: '占用空间',
    roomOf: (used, quota) => `${used} / ${quota}`,

    transfer: '导出和导入',
    transferHint: '一个文件包含所有追踪、评分、文档和媒体。导入只会添加内容；重复导入不会改变任何东西。',
    exportAll: '全部导出',
    importFile: '导入文件…',
    cancel: '取消',
    transferring: (traces) => `已处理 ${traces} 条追踪…`,
    transferred: (traces, rejected) =>
      rejected === '0' ? `完成：${traces} 条追踪。` : `完成：${traces} 条追踪；${rejected} 行无法保留。`,
    transferCancelled: '已取消。',

    ingestion: '启动以来的接收情况',
    payloads: '请求数',
    received: '接收量',
    rejected: '无法读取的部分',
    sampledOut: '被采样排除',
    priced: '已计价的调用',
    unpriced: '没有价格的调用',
    retries: '重试的写入',
    masked: '按规则脱敏的次数',
    nothingMasked: '尚无规则隐藏过任何内容。',

    deadLetters: '无法写入的记录',
    noDeadLetters: '没有。',
    letter: (records, stage, code) => `${records} 条记录 · ${stage} · ${code}`,
    replay: '重试',
    giveUp: '放弃',
  },
};
