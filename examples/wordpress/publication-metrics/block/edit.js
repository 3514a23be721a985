// The block in the editor: what it will show, and the fields for it. The page itself is rendered by render.php.
( ( { blocks, blockEditor, components, element, i18n } ) => {
	const { createElement: el, Fragment } = element;
	const { __ } = i18n;

	const edit = ( { attributes, setAttributes } ) => {
		const { doi, src, layout } = attributes;
		const field = ( name, label, help ) =>
			el( components.TextControl, { label, help, value: attributes[ name ], onChange: ( value ) => setAttributes( { [ name ]: value.trim() } ) } );
		return el(
			Fragment,
			null,
			el(
				blockEditor.InspectorControls,
				null,
				el(
					components.PanelBody,
					{ title: __( 'Publication', 'publication-metrics' ) },
					field( 'doi', __( 'DOI', 'publication-metrics' ), __( 'OpenAlex answers for it, unless a proxy is set.', 'publication-metrics' ) ),
					field( 'src', __( 'Address of a record', 'publication-metrics' ), __( 'A JSON file; it wins over the DOI.', 'publication-metrics' ) ),
					el( components.SelectControl, {
						label: __( 'Layout', 'publication-metrics' ),
						value: layout,
						options: [ 'badges', 'card', 'full' ].map( ( value ) => ( { value, label: value } ) ),
						onChange: ( value ) => setAttributes( { layout: value } ),
					} ),
				),
			),
			el( 'div', blockEditor.useBlockProps(), el( 'code', null, src || doi || __( 'Publication metrics: give a DOI or a record.', 'publication-metrics' ) ) ),
		);
	};

	blocks.registerBlockType( 'publication-metrics/badges', { edit, save: () => null } );
} )( window.wp );
