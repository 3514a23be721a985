import "publication-metrics";

/** The widget for a DOI, or for a record that the page holds already. */
export function PublicationMetrics({ doi, publication, layout = "badges", lang, onLoad, onError }) {
  return (
    <publication-metrics
      doi={doi}
      publication={publication}
      layout={layout}
      lang={lang}
      onmetrics-load={onLoad && ((event) => onLoad(event.detail))}
      onmetrics-error={onError && ((event) => onError(event.detail))}
    >
      {doi && <a href={`https://doi.org/${doi}`}>{doi}</a>}
    </publication-metrics>
  );
}
