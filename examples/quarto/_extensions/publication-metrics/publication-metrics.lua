-- {{< publication-metrics doi="…" >}}: the widget on pages, a link elsewhere.

local known = { "src", "doi", "source", "layout", "badges", "share", "lang", "theme", "loading", "hide-empty", "sections", "heading-level", "messages", "format", "endpoint", "mailto", "cache", "cache-max-age", "timeout" } -- attributes of the element

-- The files that the script fetches when it needs them, from beside itself.
local files = {
  "publication-metrics.wasm", "publication-metrics-full.js", "publication-metrics-full.wasm",
  "publication-metrics-cite.js", "publication-metrics-dialects.js", "publication-metrics-dialects.wasm",
  "publication-metrics-words.js", "publication-metrics-exports.wasm", "publication-metrics-references.wasm",
  "share-icons.js", "languages/ar.js", "languages/ca.js", "languages/de.js", "languages/en.js", "languages/es.js",
  "languages/eu.js", "languages/eu-intl.js", "languages/fr.js", "languages/gl.js", "languages/gl-intl.js",
  "languages/it.js", "languages/keys.js", "languages/pt.js",
}

local function escaped(text)
  return (text:gsub("[&<>\"]", { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;" }))
end

local function widget(_, named)
  local function value(name)
    return pandoc.utils.stringify(named[name] or "")
  end

  local doi = value("doi")
  local address = "https://doi.org/" .. doi
  if not quarto.doc.is_format("html:js") then
    return doi ~= "" and pandoc.Link(doi, address) or pandoc.Str("")
  end

  local resources = {}
  for _, file in ipairs(files) do
    table.insert(resources, { name = file, path = "publication-metrics/" .. file })
  end
  quarto.doc.add_html_dependency({
    name = "publication-metrics",
    version = "0.1.0",
    scripts = { { path = "publication-metrics/publication-metrics.js", attribs = { type = "module" } } },
    resources = resources,
  })

  local attributes = ""
  for _, name in ipairs(known) do
    if value(name) ~= "" then
      attributes = attributes .. string.format(' %s="%s"', name, escaped(value(name)))
    end
  end
  local fallback = doi ~= "" and string.format('<a href="%s">%s</a>', escaped(address), escaped(doi)) or ""
  return pandoc.RawInline("html", "<publication-metrics" .. attributes .. ">" .. fallback .. "</publication-metrics>")
end

return { ["publication-metrics"] = widget }
