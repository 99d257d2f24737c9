import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme-without-fonts'
import SiteLayout from './SiteLayout.vue'
import './style.css'
import './catalog.css'
import './playground.css'

const theme: Theme = { extends: DefaultTheme, Layout: SiteLayout }

// oxlint-disable-next-line import/no-default-export -- what VitePress reads
export default theme
