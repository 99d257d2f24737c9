import { replay } from './replay.ts'

const url = 'https://passport.snm0516.aisee.tv/x/passport-tv-login/qrcode/poll'
replay(url, { code: 86039, message: '二维码尚未确认' })
