//! One file per behaviour of the public contract.

use crate::engine::Engine;
use crate::page::Page;

/// Something the contract promises.
pub struct Behaviour {
    /// What is promised, in the test's name.
    pub name: &'static str,
    /// Where it can be tested.
    pub engines: &'static [Engine],
    /// Panics where the promise is broken.
    pub test: fn(&Page<'_>),
}

/// Declares the files of tests and lists what is in them.
macro_rules! behaviours {
    ($($file:ident in $engines:expr => [$($test:ident),* $(,)?]),* $(,)?) => {
        $(mod $file;)*
        /// Every behaviour, in the order of this list.
        pub const ALL: &[Behaviour] = &[$($(Behaviour {
            name: concat!(stringify!($file), "_", stringify!($test)),
            engines: $engines,
            test: $file::$test,
        }),*),*];
    };
}

const EVERYWHERE: &[Engine] = &Engine::ALL;
/// What only Chromium's own protocol can set or count.
const CHROMIUM: &[Engine] = &[Engine::Chromium];

behaviours! {
    badges in EVERYWHERE => [
        show_the_her2_record, stand_in_the_order_asked_for, are_those_asked_for,
        have_equal_heights, leave_markup_out, tell_of_a_retraction,
    ],
    states in EVERYWHERE => [
        zero_is_a_number_with_its_source, no_data_is_no_zero, unreadable_is_an_error,
        hide_empty_takes_no_room, empty_is_told, are_seen_by_css,
    ],
    details in EVERYWHERE => [
        open_by_keyboard, open_by_pointer, list_every_source, say_where_the_venue_stands,
        link_only_to_the_web,
    ],
    share_panel in EVERYWHERE => [
        by_keyboard, by_pointer, closes_by_a_click_outside, closes_when_the_keyboard_leaves,
        offers_the_sheet_of_the_system, knows_a_system_without_a_sheet, has_real_links, asks_no_network,
        can_be_prevented, opens_the_chosen_network, can_be_absent, has_the_targets_asked_for,
    ],
    panels in EVERYWHERE => [
        are_fetched_when_a_reader_points_at_one, wait_for_a_press_where_data_is_to_be_saved,
        say_that_they_are_awaited_and_that_they_failed, of_another_record_are_not_opened,
        that_stop_their_program_leave_the_fallback, that_are_opened_while_records_come_anew_open, that_are_opened_while_a_program_ends_open,
    ],
    drawing in EVERYWHERE => [
        is_the_same_by_both_programs, of_another_record_leaves_nothing_of_the_one_before, keeps_what_the_reader_is_at,
        of_many_is_not_told_of_who_has_gone,
    ],
    copy in EVERYWHERE => [puts_the_link_in_the_clipboard, does_without_the_clipboard_api],
    card in EVERYWHERE => [adds_what_was_published],
    full_page in EVERYWHERE => [
        has_its_sections_in_order, says_what_the_numbers_mean, shows_notices_and_formulas, has_the_sections_asked_for,
        unfolds_long_lists, is_one_layout_among_others, stands_beside_badges,
        missing_keeps_the_fallback, keeps_to_a_strict_policy, fits_a_phone_and_many_authors,
        shows_any_record_after_any_other, does_without_an_affiliation_that_is_not_there,
    ],
    citing in EVERYWHERE => [
        gives_files_when_they_are_asked_for, formats_references_when_they_are_asked_for,
        says_that_it_waits_and_that_it_failed, survives_a_trap, shows_what_was_asked_for_last, copies_what_is_shown,
        saves_what_is_shown, draws_the_qr_code, is_seen_by_zotero,
        leaves_zotero_to_a_page_that_describes_itself, keeps_to_a_strict_policy,
        of_badges_is_in_the_share_panel,
    ],
    source in EVERYWHERE => [
        is_the_property, is_taken_as_json, is_inline_json, is_a_json_at_an_address, property_wins_over_inline,
        inline_wins_over_src, property_waits_for_the_element, can_be_set_again,
        can_be_taken_away, can_change_its_address, warns_of_wrong_fields,
    ],
    dialects in EVERYWHERE => [
        are_recognised, cost_nothing_to_our_own, are_merged, can_be_named, that_are_unknown_keep_the_fallback,
        fill_a_whole_page,
    ],
    doi in EVERYWHERE => [
        is_answered_by_openalex, is_answered_by_several, is_answered_by_each_service, shares_requests_with_others, is_found_in_the_page,
        takes_settings_of_the_page, that_is_not_found_is_empty, waits_for_a_service_that_recovers, fails_with_a_code,
        does_not_wait_for_ever, that_breaks_off_is_a_failure_of_the_network, that_is_refused_is_a_failure_of_the_network, follows_a_redirect,
        is_called_off_with_its_element, is_remembered_where_the_page_asks_for_it, may_be_another_identifier,
    ],
    fallback in EVERYWHERE => [
        stays_without_the_script, stays_until_the_record_is_there, stays_without_a_record,
        stays_for_truncated_json, stays_for_a_missing_record, stays_for_a_page_in_place_of_a_record, stays_for_markup_in_place_of_a_record_inside,
        stays_for_what_is_no_publication, stays_for_a_refused_record, goes_when_the_record_comes,
        stays_in_an_older_browser,
    ],
    prerendered in EVERYWHERE => [
        shows_without_the_script, is_taken_over_in_place, follows_the_page_without_the_script, brings_its_record, keeps_to_a_strict_policy,
    ],
    wasm in EVERYWHERE => [
        is_asked_for_once, missing_keeps_the_fallback, cut_short_keeps_the_fallback,
        blocked_by_policy_keeps_the_fallback, of_another_type_works, is_tried_again, altered_is_refused,
        altered_runs_where_no_hash_is_known, a_page_in_its_place_is_told,
    ],
    trap in EVERYWHERE => [
        on_every_mount_keeps_the_fallback,
        leaves_the_page_alive,
        on_one_record_spares_the_others,
        in_an_update_spares_the_others,
        in_an_event_brings_all_back,
    ],
    broken_program in EVERYWHERE => [
        stops_once_in_reading, stops_in_reading, stops_once_in_mounting, stops_in_mounting, stops_once_in_rendering,
        stops_in_rendering, stops_once_in_an_effect, stops_in_an_effect, of_whole_pages_stops_once_in_mounting,
        of_whole_pages_stops_in_rendering, of_whole_pages_stops_in_an_effect, stops_in_an_update, stops_in_an_unmount,
        stops_in_an_event, stops_when_an_answer_comes, that_stops_again_and_again_is_given_up,
    ],
    broken_files in EVERYWHERE => [
        wasm_is_missing, wasm_fails, wasm_breaks_off, wasm_is_corrupt, wasm_is_empty, wasm_is_slow, wasm_has_another_type,
        wasm_is_forbidden, wasm_finds_no_memory, wasm_runs_out_of_memory, webassembly_is_off,
        script_of_whole_pages_is_missing, script_of_whole_pages_is_cut, wasm_of_whole_pages_is_missing,
        wasm_of_whole_pages_is_of_another_build, language_is_missing, dialects_are_missing,
    ],
    altered_page in EVERYWHERE => [
        fetch_fails, fetch_throws, fetch_answers_with_anything, fetch_is_wrapped, promise_is_another_class,
        promise_is_broken_later, define_does_nothing, define_is_wrapped, every_object_has_more, methods_are_others,
        methods_throw_for_a_while, script_is_there_in_two_versions,
    ],
    surroundings in EVERYWHERE => [
        network_goes_and_comes_back, storage_is_full, storage_is_forbidden, clock_jumps, zone_is_far_away, intl_lacks_a_language, intl_refuses,
        page_is_printed_at_any_moment, page_is_zoomed_and_switched_at_any_moment, page_is_hidden,
    ],
    surroundings_of_chromium in CHROMIUM => [zone_changes],
    steps in EVERYWHERE => [of_a_cold_page_are_disturbed, of_a_warm_page_are_disturbed, of_a_slow_page_are_disturbed],
    hostile in EVERYWHERE => [records_are_contained, answer_without_end_is_refused],
    policy in EVERYWHERE => [strict_is_not_violated, trusted_types_are_not_violated],
    privacy in EVERYWHERE => [
        asks_nobody_else, would_be_noticed, would_be_noticed_of_scripts, keeps_nothing, tells_services_nothing_of_the_page, leaves_no_global,
    ],
    lazy in EVERYWHERE => [below_the_fold_waits, eager_does_not_wait, what_flies_past_waits],
    lifecycle in EVERYWHERE => [
        outlives_the_program_of_those_before,
        move_keeps_the_widget, removal_stops_it, removal_keeps_the_promise, return_needs_no_request, clone_is_a_widget,
        a_template_on_the_way_leaves_no_trace, early_removal_is_quiet,
    ],
    integrity in CHROMIUM => [lets_nothing_altered_in],
    embedding in EVERYWHERE => [
        classic_script, two_copies_of_the_script, script_of_another_origin, site_at_the_root,
        site_below_a_path, guide_for_plain_pages, names_its_version,
    ],
    base_address in EVERYWHERE => [is_that_of_records_alone, leaves_parts_beside_the_script, is_that_of_upgraded_badges],
    content_types in EVERYWHERE => [
        of_the_wasm_do_not_matter, of_records_do_not_matter, of_modules_are_said_to_be_wrong,
        of_the_module_keep_the_fallback, of_later_parts_cost_only_these, of_icons_cost_only_these,
    ],
    cors in EVERYWHERE => [
        is_all_it_takes, missing_for_the_script_is_said_once, missing_for_the_wasm_is_said_once,
        missing_for_a_record_is_said_once,
    ],
    shadow_root in EVERYWHERE => [
        lets_language_and_colours_in, opens_panels_by_pointer, opens_panels_by_keyboard, can_be_left_for_another,
    ],
    versions in EVERYWHERE => [
        keep_to_the_first, say_which_one_is_used, that_are_the_same_are_quiet, leave_an_element_of_the_page_alone,
    ],
    sandbox in EVERYWHERE => [
        of_scripts_alone_is_enough, of_a_document_without_address_is_enough, without_popups_opens_no_window,
        remembers_nothing_and_goes_on, needs_cors_of_its_own_server,
    ],
    back_forward in EVERYWHERE => [brings_the_widgets_back],
    turbo in EVERYWHERE => [
        shows_the_widgets_of_every_page, leaves_colours_and_language_the_pages_own, keeps_a_permanent_widget,
        morphs_the_page_around_widgets, has_badges_upgraded_on_every_page,
    ],
    htmx in EVERYWHERE => [swaps_widgets_in, restores_widgets_from_its_history, has_swapped_badges_upgraded],
    yew_page in EVERYWHERE => [changes_its_widgets, hears_clicks_in_its_widgets, takes_its_widgets_away],
    replacing in EVERYWHERE => [
        knows_the_markup_of_each_vendor, follows_options, opens_panels_on_the_side_asked_for, sees_what_is_inserted_later, upgrades_once, resolves_other_identifiers,
        leaves_what_it_cannot_resolve, takes_records_of_the_page, can_be_called_and_stopped, keeps_to_a_strict_policy,
        leaves_vendors_that_are_not_named, of_a_thousand_are_twenty_requests,
    ],
    demo in EVERYWHERE => [
        is_no_wider_than_a_phone, follows_the_record, takes_a_file, takes_a_dropped_file, has_switches, has_examples, lists_lazily,
        takes_records_from_the_gallery, asks_for_a_doi,
    ],
    language in EVERYWHERE => [
        is_the_nearest_ancestors, follows_the_page, is_fetched_when_it_is_spoken, can_be_switched,
        that_is_missing_is_english, is_written_as_natively,
    ],
    words in EVERYWHERE => [
        are_set_by_a_call, are_read_from_a_file, are_for_any_language_and_region,
        are_held_against_the_catalogue, that_are_missing_are_the_catalogues,
    ],
    reading in EVERYWHERE => [
        by_keyboard_goes_in_the_order_of_the_page, by_keyboard_opens_and_closes,
        with_wide_spacing_loses_nothing, by_touch_finds_large_targets,
    ],
    theme in EVERYWHERE => [changes_the_colours, follows_the_page_by_itself, inherits_the_pages_font],
    attributes in EVERYWHERE => [warn_once_when_unknown, are_properties],
    layout in EVERYWHERE => [
        is_kept_before_the_script, fits_320_pixels, is_mirrored, keeps_dates_in_order, grows_with_the_text, does_not_leak_styles,
    ],
    accessibility in CHROMIUM => [
        holds_in_every_layout_theme_and_language, holds_with_panels_open, holds_with_everything_unfolded,
        holds_in_every_state, would_be_noticed,
    ],
    preferences in CHROMIUM => [
        forced_colours_are_kept, dark_system_is_followed_with_the_page, paper_is_light_and_whole,
        reduced_motion_is_kept,
    ],
    leaks in CHROMIUM => [nothing_over_a_hundred_mounts],
    long_life in CHROMIUM => [elements_come_and_go, traps_leave_nothing, a_reader_stays_for_minutes],
    load in EVERYWHERE => [of_hundreds_on_a_service_that_fails],
}

/// Names what a file has beside the list of all.
macro_rules! long {
    ($file:ident::$test:ident in $engines:expr) => {
        Behaviour {
            name: concat!(stringify!($file), "_", stringify!($test)),
            engines: $engines,
            test: $file::$test,
        }
    };
}

/// What takes minutes, and is only done where that is asked for.
pub const LONG: &[Behaviour] = &[
    long!(long_life::ten_thousand_elements_come_and_go in CHROMIUM),
    long!(long_life::thousands_of_traps_leave_nothing in CHROMIUM),
    long!(long_life::a_reader_stays_for_an_hour in CHROMIUM),
    long!(load::of_ten_thousand_on_a_service_that_fails in EVERYWHERE),
    long!(steps::of_a_warm_page_are_all_disturbed in EVERYWHERE),
    long!(steps::of_a_cold_page_are_all_disturbed in EVERYWHERE),
    long!(hostile::records_take_two_seconds_at_most in EVERYWHERE),
];
