import type { Provider } from '@unifault/core'
import { alipay } from './alipay.ts'
import { aliyun } from './aliyun.ts'
import { amap } from './amap.ts'
import { anthropic } from './anthropic.ts'
import { aws } from './aws.ts'
import { azure } from './azure.ts'
import { baidu } from './baidu.ts'
import { bilibili } from './bilibili.ts'
import { binance } from './binance.ts'
import { bybit } from './bybit.ts'
import { cloudflare } from './cloudflare.ts'
import { ct189 } from './ct189.ts'
import { dashscope } from './dashscope.ts'
import { deepseek } from './deepseek.ts'
import { dingtalk } from './dingtalk.ts'
import { discord } from './discord.ts'
import { douyin } from './douyin.ts'
import { feishu } from './feishu.ts'
import { github } from './github.ts'
import { google } from './google.ts'
import { groq } from './groq.ts'
import { huaweiCloud } from './huawei-cloud.ts'
import { iflytek } from './iflytek.ts'
import { iyune } from './iyune.ts'
import { jd } from './jd.ts'
import { meta } from './meta.ts'
import { minimax } from './minimax.ts'
import { mistral } from './mistral.ts'
import { moonshot } from './moonshot.ts'
import { notion } from './notion.ts'
import { okx } from './okx.ts'
import { openai } from './openai.ts'
import { openrouter } from './openrouter.ts'
import { paypal } from './paypal.ts'
import { perplexity } from './perplexity.ts'
import { pinduoduo } from './pinduoduo.ts'
import { rayvision } from './rayvision.ts'
import { reddit } from './reddit.ts'
import { salesforce } from './salesforce.ts'
import { shopify } from './shopify.ts'
import { siliconflow } from './siliconflow.ts'
import { slack } from './slack.ts'
import { stripe } from './stripe.ts'
import { taobao } from './taobao.ts'
import { telegram } from './telegram.ts'
import { tencent } from './tencent.ts'
import { tencentCloud } from './tencent-cloud.ts'
import { tencentMap } from './tencent-map.ts'
import { twilio } from './twilio.ts'
import { volcengine } from './volcengine.ts'
import { wechat } from './wechat.ts'
import { wechatpay } from './wechatpay.ts'
import { wecom } from './wecom.ts'
import { weibo } from './weibo.ts'
import { x } from './x.ts'
import { zhipu } from './zhipu.ts'

/** Every provider of the catalog, for classifiers that are asked by host. */
export const allProviders: readonly Provider[] = [
  alipay,
  aliyun,
  amap,
  anthropic,
  aws,
  azure,
  baidu,
  bilibili,
  binance,
  bybit,
  cloudflare,
  ct189,
  dashscope,
  deepseek,
  dingtalk,
  discord,
  douyin,
  feishu,
  github,
  google,
  groq,
  huaweiCloud,
  iflytek,
  iyune,
  jd,
  meta,
  minimax,
  mistral,
  moonshot,
  notion,
  okx,
  openai,
  openrouter,
  paypal,
  perplexity,
  pinduoduo,
  rayvision,
  reddit,
  salesforce,
  shopify,
  siliconflow,
  slack,
  stripe,
  taobao,
  telegram,
  tencent,
  tencentCloud,
  tencentMap,
  twilio,
  volcengine,
  wechat,
  wechatpay,
  wecom,
  weibo,
  x,
  zhipu,
]
