package io.rapport.ingest.source.x;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The language tags of X. */
final class XLanguages {

    /** What X writes for posts without a language: only links, only mentions, only emoji, and so on. */
    private static final Set<String> NONE = Set.of("und", "zxx", "qme", "qst", "qht", "qam", "qct", "art");

    private XLanguages() {}

    static @Nullable String language(@Nullable String tag) {
        return tag == null || NONE.contains(tag) ? null : tag;
    }
}
