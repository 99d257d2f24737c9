import './browser.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AxiosInstance } from 'axios'
import { replay } from './replay.ts'

replay('https://admin.example.com/api/me', { code: 401, message: 'expired' })
replay('https://admin.example.com/api/down', '<html><title>502 Bad Gateway</title></html>', 'text/html', 502)

/** Pages that call the back end. */
export const use = async (http: AxiosInstance): Promise<void> => {
  for (const path of ['/me', '/down']) await http.get(path).catch(() => sleep(1))
}
