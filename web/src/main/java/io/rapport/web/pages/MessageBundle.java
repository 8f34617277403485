package io.rapport.web.pages;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The texts of a service's pages by key, with arguments as {@link java.text.MessageFormat} formats them: the service's
 * {@code pages/messages.properties} and those that all services share.
 */
public final class MessageBundle {

    private static final String SHARED = "io.rapport.web.pages.messages";

    private final MessageSource messages;

    private MessageBundle(MessageSource messages) {
        this.messages = messages;
    }

    /** The texts that all services share. */
    public static MessageBundle shared() {
        return new MessageBundle(source(SHARED));
    }

    /**
     * The texts of a service.
     *
     * @param service its name, such as {@code report}
     */
    public static MessageBundle of(String service) {
        return new MessageBundle(messages(service));
    }

    /**
     * The texts of one bundle, which may lack languages.
     *
     * @param bundle its name on the class path, such as {@code ingest.pages.steps}
     */
    public static MessageBundle named(String bundle) {
        return new MessageBundle(source(bundle));
    }

    /** The same texts for templates. */
    public static MessageSource messages(String service) {
        return source(service + ".pages.messages", SHARED);
    }

    private static MessageSource source(String... names) {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(names);
        source.setBundleClassLoader(MessageBundle.class.getClassLoader());
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        // Otherwise an apostrophe would mean something else in a text without arguments.
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    /** A text in the current language. */
    public String get(String key, Object... arguments) {
        return messages.getMessage(key, arguments, PageLanguage.current().locale());
    }

    /** A text in the current language; empty if it has none of this key. */
    public Optional<String> find(String key, Object... arguments) {
        return Optional.ofNullable(
                messages.getMessage(key, arguments, null, PageLanguage.current().locale()));
    }
}
