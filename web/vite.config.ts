import { defineConfig } from "vite";

// One entry with a fixed name, which the pages load; what it needs only on some pages comes in chunks of its own.
export default defineConfig({
  base: "/static/built/",
  publicDir: false,
  build: {
    outDir: "../src/beleg/desk/static/built",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    license: { fileName: "LICENSES.md" }, // wheels carry the script built: whose code it holds, and under which terms
    rollupOptions: {
      input: "src/desk.ts",
      output: { entryFileNames: "desk.js", chunkFileNames: "[name]-[hash].js", assetFileNames: "[name]-[hash][extname]" },
    },
  },
});
