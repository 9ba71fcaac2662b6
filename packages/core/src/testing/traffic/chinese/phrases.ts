import type { CallPhrases, FeedbackPhrases, RefundPhrases } from '../phrasebook.ts';

export const REFUSAL =
  '抱歉，这个问题我无法协助。我只能回答与订单、商品和账户有关的问题，需要为您转接人工客服吗？';

export const CALL: CallPhrases = {
  persona:
    '你是网店服务热线的语音助手。句子要短，不用列表，不念链接。姓名和数字要复述确认。来电者要求人工时，立即转接。',
  greeting: '您好，这里是智能客服，请问有什么可以帮您？',
  exchanges: [
    {
      ask: ['喂，你好，我想问一下订单 {order}，那个{product}。', '你好，我买的{product}什么时候能送到？'],
      answer: ['好的，查到了，订单 {order}，{product}。请稍等，我看一下物流。'],
    },
    {
      ask: ['说好{date}送到的，我在家等了一天。', '嗯，手机上一直显示在路上。'],
      answer: ['明白了。包裹在{carrier}的{city}站点，明天上午九点到下午一点给您送到。'],
    },
    {
      ask: ['明天不方便，后天可以吗？', '送之前能先打个电话吗？'],
      answer: ['可以的，已经通知{carrier}，稍后您会收到确认短信。'],
    },
    {
      ask: ['要是还不到，我就退款了。', '那运费怎么办？'],
      answer: ['没问题，运费 {fee} 会退给您；如果退货，{amount} 全额退回。'],
    },
    { ask: ['好，没别的事了，谢谢。', '行，那先这样，再见。'], answer: ['不客气，祝您生活愉快，再见。'] },
  ],
};

export const FEEDBACK: FeedbackPhrases = {
  good: ['回复很快，问题解决了。', '两分钟就搞定，好评！', '很耐心，也很专业。', '说得很清楚。'],
  bad: ['没有回答我的问题。', '等了很久，最后还是让我等。', '同一个问题说了三遍。', '送达日期又错了。'],
  judgedGood: [
    '切中问题，订单信息引用正确，并给出了下一步。',
    '每个说法都有资料支持，语气得体。',
    '完整而简洁，退货期限表述准确。',
  ],
  judgedBad: [
    '把退货期限说成了 14 天，而政策是 30 天。',
    '用很长的篇幅复述问题，却没有回答关键点。',
    '承诺的送达日期与物流数据不符。',
  ],
  notes: ['适合放进新人培训案例。', '顾客之前来过电话，下次请关联工单。', '语气不错，但第二段和第一段重复。'],
  corrected:
    '{name}您好，您的订单 {order}（{product}）将在{soon}之前送达。如未按时收到，可选择补发或退款 {amount}，直接回复本消息即可。',
};

export const REFUND: RefundPhrases = {
  reasons: ['收到时侧面板有裂痕', '显示已签收，但本人没有收到', '使用九天后无法开机'],
  assess:
    '评估退款申请，综合考虑订单金额、顾客历史和退款原因。输出 {"recommendation": "approve" | "decline", "risk": "low" | "medium" | "high", "rationale": 字符串}。',
  assessment:
    '照片和承运商记录支持“{reason}”这一原因。该顾客共有 14 笔订单，此前退款一次。金额 {amount} 超过自动退款上限，需要人工审批。',
  question: '是否为订单 {order} 退款 {amount}？',
  approved: '{name}您好，{product}的退款 {amount} 已经提交，五个工作日内到账。给您带来不便，非常抱歉。',
  declined: '{name}您好，经复核，{product}暂不符合退款条件。我们可以为您免费维修，寄回标签已附上。',
};
