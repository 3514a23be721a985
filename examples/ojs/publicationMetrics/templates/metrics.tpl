{**
 * The widget beside an article.
 *
 * @uses $metricsDoi string
 * @uses $metricsScript string
 *}
<div class="item publication_metrics">
	<section class="sub_item">
		<h2 class="label">{translate key="plugins.generic.publicationMetrics.label"}</h2>
		<div class="value">
			<script type="module" src="{$metricsScript|escape}"></script>
			<publication-metrics doi="{$metricsDoi|escape}" source="openalex" share="none">
				<a href="https://doi.org/{$metricsDoi|escape:"urlpathinfo"}">{$metricsDoi|escape}</a>
			</publication-metrics>
		</div>
	</section>
</div>
