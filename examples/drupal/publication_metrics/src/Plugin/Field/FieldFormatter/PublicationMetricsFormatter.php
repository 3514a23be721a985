<?php

declare(strict_types=1);

namespace Drupal\publication_metrics\Plugin\Field\FieldFormatter;

use Drupal\Core\Field\Attribute\FieldFormatter;
use Drupal\Core\Field\FieldItemListInterface;
use Drupal\Core\Field\FormatterBase;
use Drupal\Core\StringTranslation\TranslatableMarkup;

/**
 * Shows the DOI of a text field as the widget.
 */
#[FieldFormatter(
  id: 'publication_metrics',
  label: new TranslatableMarkup('Publication metrics'),
  field_types: ['string'],
)]
final class PublicationMetricsFormatter extends FormatterBase {

  /**
   * {@inheritdoc}
   */
  public function viewElements(FieldItemListInterface $items, $langcode): array {
    $elements = ['#attached' => ['library' => ['publication_metrics/element']]];
    foreach ($items as $delta => $item) {
      $doi = trim((string) $item->value);
      // #attributes and #plain_text are escaped when they are rendered; a DOI may have a "<".
      $elements[$delta] = [
        '#type' => 'html_tag',
        '#tag' => 'publication-metrics',
        '#attributes' => ['doi' => $doi, 'lang' => $langcode],
        'fallback' => [
          '#type' => 'html_tag',
          '#tag' => 'a',
          '#attributes' => ['href' => 'https://doi.org/' . $doi],
          'text' => ['#plain_text' => $doi],
        ],
      ];
    }
    return $elements;
  }

}
