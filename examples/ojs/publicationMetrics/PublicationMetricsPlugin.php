<?php

namespace APP\plugins\generic\publicationMetrics;

use APP\core\Application;
use PKP\plugins\GenericPlugin;
use PKP\plugins\Hook;

/** Shows the publication metrics of an article that has a DOI, beside its abstract. */
class PublicationMetricsPlugin extends GenericPlugin
{
    public function register($category, $path, $mainContextId = null)
    {
        $registered = parent::register($category, $path, $mainContextId);
        if ($registered && $this->getEnabled($mainContextId)) {
            Hook::add('Templates::Article::Details', $this->show(...));
        }
        return $registered;
    }

    public function getDisplayName()
    {
        return __('plugins.generic.publicationMetrics.name');
    }

    public function getDescription()
    {
        return __('plugins.generic.publicationMetrics.description');
    }

    /** The hook's arguments: what was given to it, the template's variables, and what is printed in its place. */
    public function show(string $hook, array $arguments): bool
    {
        $template = $arguments[1];
        $output = &$arguments[2];
        $doi = $template->getTemplateVars('publication')?->getDoi();
        if ($doi) {
            $base = Application::get()->getRequest()->getBaseUrl();
            $template->assign([
                'metricsDoi' => $doi,
                'metricsScript' => "{$base}/{$this->getPluginPath()}/publication-metrics/publication-metrics.js",
            ]);
            $output .= $template->fetch($this->getTemplateResource('metrics.tpl'));
        }
        return Hook::CONTINUE;
    }
}
