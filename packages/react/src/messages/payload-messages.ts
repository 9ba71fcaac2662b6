/** Texts of inputs and outputs, wherever they are shown. */
export interface PayloadMessages {
  readonly reasoning: string;
  /** Of reasoning that the vendor keeps to itself. */
  readonly reasoningHidden: string;
  readonly refusal: string;
  readonly toolResult: string;
  readonly toolFailed: string;
  readonly parameters: string;
  /** Members of a request that are not messages. */
  readonly beside: string;
  /** @param count - earlier messages that are folded. */
  readonly earlierMessages: (count: number, formatted: string) => string;
  readonly image: string;
  readonly audio: string;
  readonly video: string;
  readonly document: string;
  readonly file: string;
  readonly show: string;
  readonly hide: string;
  readonly download: string;
  /** Loads something from elsewhere, after the reader asked for it. */
  readonly load: string;
  readonly loadingMedia: string;
  readonly mediaMissing: string;
  readonly mediaFailed: string;
  readonly mediaWithoutStore: string;
  readonly mediaRemote: string;
  readonly mediaVendor: string;
  readonly mediaBroken: string;
  readonly json: string;
  readonly jsonSearch: string;
  /** @param count - matches, with a plus where there may be more. */
  readonly jsonMatches: (place: string, count: string) => string;
  readonly jsonNoMatch: string;
  readonly jsonSearching: string;
  readonly previousMatch: string;
  readonly nextMatch: string;
  readonly expandLevel: string;
  readonly copyPath: string;
  readonly copyValue: string;
  readonly lines: (count: number, formatted: string) => string;
}

export const payloadEn: PayloadMessages = {
  reasoning: 'Reasoning',
  reasoningHidden: 'The vendor keeps this reasoning to itself.',
  refusal: 'Refusal',
  toolResult: 'Result',
  toolFailed: 'Failed',
  parameters: 'Parameters',
  beside: 'Beside the messages',
  earlierMessages: (count, formatted) =>
    count === 1 ? 'Show 1 earlier message' : `Show ${formatted} earlier messages`,
  image: 'Image',
  audio: 'Audio',
  video: 'Video',
  document: 'Document',
  file: 'File',
  show: 'Show',
  hide: 'Hide',
  download: 'Download',
  load: 'Load',
  loadingMedia: 'Loading…',
  mediaMissing: 'The store does not have these bytes.',
  mediaFailed: 'The bytes could not be loaded.',
  mediaWithoutStore: 'Kept in a media store that this view has no access to.',
  mediaRemote: 'Elsewhere, and not loaded from there.',
  mediaVendor: 'Kept by the vendor under this id.',
  mediaBroken: 'These bytes cannot be read.',
  json: 'JSON',
  jsonSearch: 'Find in JSON',
  jsonMatches: (place, count) => `${place} of ${count}`,
  jsonNoMatch: 'No match',
  jsonSearching: 'Searching…',
  previousMatch: 'Previous match',
  nextMatch: 'Next match',
  expandLevel: 'Expand one level',
  copyPath: 'Path',
  copyValue: 'Value',
  lines: (count, formatted) => (count === 1 ? '1 line' : `${formatted} lines`),
};

export const payloadZhCn: PayloadMessages = {
  reasoning: '推理过程',
  reasoningHidden: '供应商未公开这段推理。',
  refusal: '拒绝回答',
  toolResult: '结果',
  toolFailed: '失败',
  parameters: '参数',
  beside: '消息之外的内容',
  earlierMessages: (_, formatted) => `显示更早的 ${formatted} 条消息`,
  image: '图片',
  audio: '音频',
  video: '视频',
  document: '文档',
  file: '文件',
  show: '显示',
  hide: '隐藏',
  download: '下载',
  load: '加载',
  loadingMedia: '加载中…',
  mediaMissing: '存储中没有这些字节。',
  mediaFailed: '无法加载这些字节。',
  mediaWithoutStore: '保存在此视图无法访问的媒体存储中。',
  mediaRemote: '位于外部，未从那里加载。',
  mediaVendor: '由供应商以此 ID 保存。',
  mediaBroken: '无法读取这些字节。',
  json: 'JSON',
  jsonSearch: '在 JSON 中查找',
  jsonMatches: (place, count) => `第 ${place} 个，共 ${count} 个`,
  jsonNoMatch: '没有匹配',
  jsonSearching: '正在查找…',
  previousMatch: '上一个匹配',
  nextMatch: '下一个匹配',
  expandLevel: '展开一级',
  copyPath: '路径',
  copyValue: '值',
  lines: (_, formatted) => `${formatted} 行`,
};
