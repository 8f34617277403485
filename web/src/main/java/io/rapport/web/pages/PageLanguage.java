package io.rapport.web.pages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** A language of the pages. Responses of the REST API are always in English. */
public enum PageLanguage {
    ENGLISH("en", "English", Set.of("en")),
    /** Bokmål, also for readers who prefer nynorsk. */
    NORWEGIAN("nb", "Norsk", Set.of("nb", "no", "nn"));

    private final Locale locale;
    private final String nativeName;
    private final Set<String> accepted;

    PageLanguage(String tag, String nativeName, Set<String> accepted) {
        this.locale = Locale.forLanguageTag(tag);
        this.nativeName = nativeName;
        this.accepted = accepted;
    }

    /** The language of the request that this thread processes; English outside of a request. */
    public static PageLanguage current() {
        var context = LocaleContextHolder.getLocaleContext();
        return context == null
                ? ENGLISH
                : Optional.ofNullable(context.getLocale())
                        .flatMap(PageLanguage::ofLocale)
                        .orElse(ENGLISH);
    }

    /** The language with this tag; empty for any other tag. */
    public static Optional<PageLanguage> ofTag(@Nullable String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** The language that is accepted by a reader of this locale. */
    static Optional<PageLanguage> ofLocale(Locale locale) {
        return Arrays.stream(values())
                .filter(language -> language.accepted.contains(locale.getLanguage()))
                .findFirst();
    }

    public Locale locale() {
        return locale;
    }

    /** The BCP 47 tag. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** The language's name in itself. */
    String nativeName() {
        return nativeName;
    }

    /** Calls a function with this language as the current one. */
    public <T extends @Nullable Object> T call(Supplier<T> function) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(locale);
        try {
            return function.get();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
