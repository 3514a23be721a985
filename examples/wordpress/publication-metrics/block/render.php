<?php
/**
 * The block on a page. Of WordPress: $attributes, $content, $block.
 */

defined( 'ABSPATH' ) || exit;

// Both are escaped where they are made.
// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
echo '<div ' . get_block_wrapper_attributes() . '>' . publication_metrics_tag( $attributes ) . '</div>';
