import vue from "@vitejs/plugin-vue";

const isCustomElement = (tag) => tag === "publication-metrics";

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
