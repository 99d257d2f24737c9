/** What is odd, `METHOD address`, HTTP status, media type, body, more headers. */
export type Row = readonly [
  note: string,
  request: string,
  status: number,
  type: string,
  body: string,
  headers?: Readonly<Record<string, string>>,
]

const json = 'application/json; charset=utf-8'
const html = 'text/html; charset=utf-8'
const text = 'text/plain; charset=utf-8'

const bilibili: readonly Row[] = [
  [
    'HTTP 200 all the same',
    'GET http://api.bilibili.com/x/web-interface/nav',
    200,
    json,
    '{"code":-101,"message":"账号未登录","ttl":1,"data":{"isLogin":false}}',
    { 'x-bili-trace-id': '2b4c6d8e0f1a3b5c' },
  ],
  [
    'refused, though the code is 0',
    'GET http://api.bilibili.com/x/space/wbi/arc/search?mid=2',
    200,
    json,
    '{"code":0,"message":"OK","ttl":1,"data":{"v_voucher":"voucher_00000000-0000-0000-0000-000000000000"}}',
  ],
  [
    'a captcha page with HTTP 200',
    'GET http://www.bilibili.com/read/cv1',
    200,
    html,
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title>验证码_哔哩哔哩</title></head><body></body></html>',
  ],
  [
    'a block page',
    'GET http://api.bilibili.com/x/web-interface/search/type?keyword=cat',
    412,
    html,
    '<!DOCTYPE html><html><head><title>出错啦! - bilibili.com</title></head><body></body></html>',
  ],
  [
    'two JSON documents in one body',
    'GET http://api.bilibili.com/x/space/acc/info?mid=2',
    200,
    json,
    '{"code":-509,"message":"请求过于频繁，请稍后再试","ttl":1}{"code":0,"message":"0","ttl":1,"data":{"mid":2}}',
  ],
  [
    'the message decides between two',
    'GET http://api.bilibili.com/feedback?aid=170001',
    200,
    json,
    '{"code":-503,"result":[],"error":"overspeed"}',
  ],
  [
    'another envelope, code in `data`',
    'POST http://passport.bilibili.com/qrcode/getLoginInfo',
    200,
    json,
    '{"status":false,"data":-4,"message":"Can\'t scan~"}',
  ],
  [
    'Twirp, the code is a word',
    'POST http://manga.bilibili.com/twirp/activity.v1.Activity/ShareComic',
    400,
    json,
    '{"code":"invalid_argument","msg":"platform must be valid","meta":{"argument":"platform"}}',
  ],
  [
    'a code in `data` is business data',
    'GET http://passport.bilibili.com/x/passport-login/web/qrcode/poll?qrcode_key=0',
    200,
    json,
    '{"code":0,"message":"0","ttl":1,"data":{"url":"","refresh_token":"","code":86101,"message":"未扫码"}}',
  ],
]

const baidu: readonly Row[] = [
  [
    'Open API, HTTP 200',
    'GET http://openapi.baidu.com/rest/2.0/passport/users/getInfo',
    200,
    json,
    '{"error_msg":"Access token expired","error_code":111}',
  ],
  [
    'OAuth, the code is a word',
    'POST http://openapi.baidu.com/oauth/2.0/token',
    401,
    json,
    '{"error":"invalid_client","error_description":"unknown client id"}',
  ],
  [
    '4 at the AI platform',
    'POST http://aip.baidubce.com/rest/2.0/ocr/v1/general_basic',
    200,
    json,
    '{"error_code":4,"error_msg":"Open api request limit reached","log_id":8953955110448315753}',
  ],
  [
    '4 at the cloud storage',
    'GET http://d.pcs.baidu.com/rest/2.0/pcs/file?method=download',
    403,
    json,
    '{"error_code":4,"error_msg":"No permission to do this operation","request_id":8968832465118416526}',
  ],
  [
    'map, JSON though JSONP was asked',
    'GET http://api.map.baidu.com/geocoder/v2/?callback=show',
    200,
    'text/javascript; charset=utf-8',
    '{"status":240,"message":"APP 服务被禁用"}',
  ],
  [
    'a wait in the header',
    'POST http://qianfan.baidubce.com/v2/chat/completions',
    429,
    json,
    '{"error":{"code":"rpm_rate_limit_exceeded","message":"Rate limit reached for RPM","type":"rate_limit_exceeded"},"id":"as-0"}',
    { 'retry-after': '3' },
  ],
  [
    'a success has no code',
    'POST http://aip.baidubce.com/rest/2.0/ocr/v1/accurate_basic',
    200,
    json,
    '{"words_result":[{"words":"404"}],"words_result_num":1,"log_id":8953955110448315754}',
  ],
]

const ct189: readonly Row[] = [
  [
    'the code is a string',
    'POST http://api.189.cn/v2/emp/templateSms/sendSms',
    200,
    json,
    '{"res_code":"111","res_message":"Access token expired"}',
  ],
  [
    'cloud drive, the code is a word',
    'GET http://api.cloud.189.cn/getSessionForPC.action',
    400,
    json,
    '{"res_message":"error in login get unifyAccountInfo is null","res_code":"UserInvalidOpenToken"}',
  ],
  [
    'success is "0" here, 0 elsewhere',
    'POST http://oauth.api.189.cn/emp/oauth2/v3/access_token',
    200,
    json,
    '{"res_code":"0","res_message":"Success","access_token":"example","expires_in":2591728}',
  ],
]

const rayvision: readonly Row[] = [
  [
    '503 is not HTTP',
    'POST http://task.renderbus.com/api/render/common/addLabel',
    200,
    json,
    '{"version":"1.0.0","result":false,"message":"label exists","code":503,"data":null,"serverTime":1535949047370}',
  ],
  [
    'a gateway page',
    'POST http://task.renderbus.com/api/render/handle/getTaskList',
    502,
    html,
    '<html><head><title>502 Bad Gateway</title></head><body></body></html>',
  ],
  [
    '700 is a success',
    'POST http://task.renderbus.com/api/render/handle/queryTaskFrames',
    200,
    json,
    '{"version":"1.0.0","result":false,"message":"no more records","code":700,"data":null,"serverTime":1535949047370}',
  ],
  [
    'success is 200 in the body',
    'POST http://task.renderbus.com/api/render/common/queryErrorDetail',
    200,
    json,
    '{"version":"1.0.0","result":true,"message":"success","code":200,"data":[{"code":"15000"}],"serverTime":1535949047370}',
  ],
]

const tencent: readonly Row[] = [
  [
    'JSONP as a page',
    'GET http://graph.qq.com/oauth2.0/me',
    200,
    html,
    'callback( {"error":100014,"error_description":"access token expired"} );\n',
  ],
  [
    'the code hides in the message',
    'POST http://msdk.qq.com/share/qq',
    200,
    json,
    '{"msg":"100030,is_friend is 0","ret":-10000}',
  ],
  [
    'OpenAPI gateway',
    'GET http://openapi.tencentyun.com/v3/user/get_info',
    200,
    json,
    '{"ret":-5,"msg":"signature error","is_lost":0}',
  ],
  [
    'a token as a form',
    'GET http://graph.qq.com/oauth2.0/token',
    200,
    html,
    'access_token=example&expires_in=7776000&refresh_token=example',
  ],
]

const iyune: readonly Row[] = [
  [
    'an envelope that nobody published',
    'POST http://connect.example.com/oauth/token',
    200,
    json,
    '{"errcode":40037,"errmsg":"Frequent operation, freezing for a period of time"}',
  ],
  [
    'a word, sent as text',
    'POST http://connect.example.com/api/user',
    200,
    text,
    '{"code":"API_SYS_REQDATETIME_NOT","msg":"请求时间必须在20分钟以内"}',
  ],
]

const openai: readonly Row[] = [
  [
    'HTTP 429 with a wait in words',
    'POST http://api.openai.com/v1/chat/completions',
    429,
    json,
    '{"error":{"message":"Rate limit reached for gpt-4.1. Please try again in 6.596s.","type":"tokens","param":null,"code":"rate_limit_exceeded"}}',
    { 'x-request-id': 'req_0001' },
  ],
  [
    'HTTP 429, which no wait cures',
    'POST http://api.openai.com/v1/responses',
    429,
    json,
    '{"error":{"message":"You exceeded your current quota, please check your plan and billing details.","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}',
    { 'x-request-id': 'req_0002' },
  ],
  [
    'an answer with an empty `error`',
    'GET http://api.openai.com/v1/responses/resp_0001',
    200,
    json,
    '{"id":"resp_0001","object":"response","status":"completed","error":null,"output":[]}',
  ],
]

const stripe: readonly Row[] = [
  [
    "the payer's card is refused",
    'POST http://api.stripe.com/v1/payment_intents',
    402,
    json,
    '{"error":{"type":"card_error","code":"card_declined","decline_code":"insufficient_funds","message":"Your card has insufficient funds."}}',
    { 'request-id': 'req_example1' },
  ],
  [
    'a wrong key has no code',
    'GET http://api.stripe.com/v1/charges',
    401,
    json,
    '{"error":{"type":"invalid_request_error","message":"Invalid API Key provided."}}',
    { 'request-id': 'req_example2' },
  ],
]

/** What the platforms answer, by platform. */
export const recorded: Readonly<Record<string, readonly Row[]>> = {
  openai,
  stripe,
  bilibili,
  baidu,
  ct189,
  rayvision,
  tencent,
  iyune,
}
