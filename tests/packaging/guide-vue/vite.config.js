export { default } from "../examples/vue/vite.config.js";
