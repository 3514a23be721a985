use crate::publication::mentions;

/// The key of a place where publications are mentioned, for messages that name what is counted there:
/// a news outlet, a page, a policy document. `other` for any place that counts accounts, such as X. Of usage, whether it
/// is of views or of downloads alone.
pub fn mention_source(name: &str) -> &'static str {
    let named = |word: &str| mentions(name, word);
    if name == "views" {
        "views"
    } else if name == "downloads" {
        "downloads"
    } else if named("news") {
        "news"
    } else if named("blog") {
        "blogs"
    } else if named("policy") || named("policies") || named("guideline") {
        "policy"
    } else if named("patent") {
        "patents"
    } else if named("wikipedia") {
        "wikipedia"
    } else if named("facebook") {
        "facebook"
    } else if named("video") || named("youtube") {
        "video"
    } else {
        "other"
    }
}
