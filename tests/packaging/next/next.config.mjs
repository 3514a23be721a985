export default {
  output: "export",
  // The wasm by which servers render lies beside its script, where a bundle would not have it.
  serverExternalPackages: ["publication-metrics"],
  // `npm run check` holds the types, more strictly.
  typescript: { ignoreBuildErrors: true },
};
