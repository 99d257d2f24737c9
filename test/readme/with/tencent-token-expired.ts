import { replay } from './replay.ts'

const body = 'callback( {"error":100014,"error_description":"access token expired"} );'
replay('https://graph.qq.com/oauth2.0/me', body, 'text/html')
