export { stop as default } from './jest-setup.mjs';
