/** What the sign-in says; the dashboard brings its own words. */
export interface SignInTexts {
  readonly title: string;
  readonly code: string;
  readonly hint: string;
  readonly enter: string;
  readonly leave: string;
  readonly wrong: string;
  readonly tooMany: string;
  readonly unreachable: string;
}

const en: SignInTexts = {
  title: 'Sign in to Oriel',
  code: 'Code or secret key',
  hint: 'The code is where the server was started, and works once. The secret key works, too.',
  enter: 'Sign in',
  leave: 'Sign out',
  wrong: 'That is not the right one. Look for the newest code.',
  tooMany: 'Too many have tried. Wait a minute.',
  unreachable: 'The server does not answer. Try again.',
};

const zhCN: SignInTexts = {
  title: '登录 Oriel',
  code: '验证码或密钥',
  hint: '验证码显示在启动服务器的终端中，只能使用一次；也可以使用 secret key。',
  enter: '登录',
  leave: '退出登录',
  wrong: '不正确。请使用最新的验证码。',
  tooMany: '尝试次数过多，请稍等一分钟。',
  unreachable: '服务器没有响应，请重试。',
};

export const isChinese = navigator.language.toLowerCase().startsWith('zh');
export const texts = isChinese ? zhCN : en;
