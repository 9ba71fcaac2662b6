import type { TriggeredRule } from '../masking-rule.ts';
import { WORD_START } from '../text-boundary.ts';
import { TRIGGER } from '../text-triggers.ts';

/** Keys by the prefixes their providers gave them so that they can be found. */
const KEYS = [
  String.raw`(?:sk|pk)-lf-[\w-]{4,}`, // Langfuse
  // OpenAI, Anthropic, OpenRouter, DeepSeek and others. Words with hyphens have no digits.
  String.raw`(?<!-)sk-(?=[A-Za-z_-]{0,99}\d)[\w-]{16,}`,
  String.raw`A(?:KIA|SIA|BIA|CCA)[A-Z\d]{16}(?!\w)`, // Amazon
  String.raw`(?<![+/-])AIza[\w-]{35}`, // Google
  String.raw`GOCSPX-[\w-]{20,}`, // Google, OAuth
  String.raw`ya29\.[\w-]{20,}`, // Google, OAuth
  String.raw`gh[pousr]_[A-Za-z\d]{20,}`, // GitHub
  String.raw`github_pat_\w{20,}`, // GitHub
  String.raw`glpat-[\w-]{20,}`, // GitLab
  String.raw`xox[abeoprs]-[\w-]{10,}`, // Slack
  String.raw`xapp-[\w-]{10,}`, // Slack
  String.raw`hf_[A-Za-z\d]{20,}`, // Hugging Face
  String.raw`[srp]k_(?:live|test)_[A-Za-z\d]{10,}`, // Stripe
  String.raw`whsec_[A-Za-z\d+/=]{16,}`, // Stripe
  String.raw`npm_[A-Za-z\d]{30,}`, // npm
  String.raw`pypi-[\w-]{20,}`, // PyPI
  String.raw`SG\.[\w-]{16,}\.[\w-]{16,}`, // SendGrid
  String.raw`gsk_[A-Za-z\d]{20,}`, // Groq
  String.raw`xai-[A-Za-z\d]{20,}`, // xAI
  String.raw`r8_[A-Za-z\d]{20,}`, // Replicate
  String.raw`pplx-[A-Za-z\d]{20,}`, // Perplexity
  String.raw`tvly-[\w-]{16,}`, // Tavily
  String.raw`lsv2_(?:pt|sk)_\w{20,}`, // LangSmith
  String.raw`dop_v1_[\da-f]{32,}`, // DigitalOcean
  String.raw`shpat_[\da-fA-F]{32}`, // Shopify
  String.raw`lin_api_[A-Za-z\d]{20,}`, // Linear
  String.raw`ntn_[A-Za-z\d]{20,}`, // Notion
];

const API_KEY = new RegExp(`${WORD_START}(?:${KEYS.join('|')})`, 'g');

/** API keys of providers, by their prefixes. */
export const apiKey: TriggeredRule = {
  name: 'api-key',
  triggers: TRIGGER.keyPrefix,
  mask: (text, hide) => text.replace(API_KEY, hide),
};
