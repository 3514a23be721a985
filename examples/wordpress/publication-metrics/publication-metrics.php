<?php
/**
 * Plugin Name:       Publication metrics
 * Description:       Citations, attention and the journal's quartile beside a publication, each with its source and its date.
 * Version:           0.1.0
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * License:           MIT OR Apache-2.0
 * Text Domain:       publication-metrics
 */

defined( 'ABSPATH' ) || exit;

const PUBLICATION_METRICS_VERSION = '0.1.0';

const PUBLICATION_METRICS_ATTRIBUTES = array( 'src', 'doi', 'source', 'layout', 'badges', 'share', 'lang', 'theme', 'loading', 'hide-empty', 'sections', 'heading-level', 'messages', 'format', 'endpoint', 'mailto', 'cache', 'cache-max-age', 'timeout' ); // attributes of the element

/**
 * The tag, with the script enqueued. What is given is text from anybody who may write posts.
 *
 * @param array  $given    The element's attributes.
 * @param string $fallback Markup that is shown where the widget cannot be; made safe here.
 */
function publication_metrics_tag( $given, $fallback = '' ) {
	wp_enqueue_script_module( 'publication-metrics' );

	$defaults   = apply_filters( 'publication_metrics_defaults', array() );
	$attributes = array_merge( $defaults, array_filter( $given, 'is_scalar' ) );
	$tag        = '<publication-metrics';
	foreach ( PUBLICATION_METRICS_ATTRIBUTES as $name ) {
		$value = isset( $attributes[ $name ] ) ? trim( (string) $attributes[ $name ] ) : '';
		if ( '' === $value ) {
			continue;
		}
		$value = in_array( $name, array( 'src', 'messages' ), true ) ? esc_url( $value ) : esc_attr( $value );
		$tag  .= " $name=\"$value\"";
	}

	$doi = isset( $attributes['doi'] ) ? trim( (string) $attributes['doi'] ) : '';
	$doi = preg_replace( '~^(https?://(dx\.)?doi\.org/|doi:)\s*~i', '', $doi );
	// It may also be `meta`, or an identifier of another kind, which leads elsewhere.
	if ( '' === $fallback && 0 === strpos( $doi, '10.' ) ) {
		$address  = 'https://doi.org/' . str_replace( '%2F', '/', rawurlencode( $doi ) );
		$fallback = sprintf( '<a href="%s">%s</a>', esc_url( $address ), esc_html( $doi ) );
	}
	return $tag . '>' . wp_kses_post( $fallback ) . '</publication-metrics>';
}

add_action(
	'init',
	function () {
		wp_register_script_module(
			'publication-metrics',
			plugins_url( 'publication-metrics/publication-metrics.js', __FILE__ ),
			array(),
			PUBLICATION_METRICS_VERSION
		);
		register_block_type( __DIR__ . '/block' );
		add_shortcode(
			'publication_metrics',
			function ( $given, $content = '' ) {
				return publication_metrics_tag( is_array( $given ) ? $given : array(), (string) $content );
			}
		);
	}
);
