import type { Phrasebook } from '../phrasebook.ts';
import { ARTICLES } from './articles.ts';
import { CALL, FEEDBACK, REFUND, REFUSAL } from './phrases.ts';
import { PROMPTS } from './prompts.ts';
import { REPORT } from './report.ts';
import { TOPICS } from './topics.ts';

export const CHINESE: Phrasebook = {
  people: [
    { name: '陈女士', handle: 'chen.mei' },
    { name: '王先生', handle: 'wang.lei' },
    { name: '李女士', handle: 'li.xiaoyan' },
    { name: '张先生', handle: 'zhang.wei' },
    { name: '刘女士', handle: 'liu.yifei' },
    { name: '赵先生', handle: 'zhao.ming' },
    { name: '孙女士', handle: 'sun.jiayi' },
    { name: '周先生', handle: 'zhou.hao' },
    { name: '吴女士', handle: 'wu.qian' },
    { name: '郑先生', handle: 'zheng.kai' },
    { name: '林女士', handle: 'lin.shuting' },
    { name: '何先生', handle: 'he.yuchen' },
  ],
  products: {
    outdoor: ['45 升登山背包', '双人防风帐篷', '轻量冲锋衣', '碳纤维登山杖'],
    home: ['橡木边几', '全棉四件套', '光环落地灯', '羊毛地毯'],
    electronics: ['真无线降噪耳机', '27 英寸显示器', '智能音箱', '65W 快充充电器'],
    kitchen: ['紫砂茶壶', '手冲细口壶', '铸铁煎锅', '明前龙井礼盒'],
  },
  carriers: ['速达快递', '云通物流', '千里速运', '安捷配送'],
  cities: ['杭州', '成都', '上海', '深圳', '武汉', '西安', '南京', '苏州'],
  topics: TOPICS,
  articles: ARTICLES,
  prompts: PROMPTS,
  report: REPORT,
  call: CALL,
  feedback: FEEDBACK,
  refusal: REFUSAL,
  refund: REFUND,
};
