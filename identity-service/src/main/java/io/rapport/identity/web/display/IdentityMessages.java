package io.rapport.identity.web.display;

import io.rapport.web.pages.MessageBundle;

/** The texts of this service's pages, from {@code identity/pages/messages.properties}, in the current language. */
public final class IdentityMessages {

    private static final MessageBundle BUNDLE = MessageBundle.of("identity");

    private IdentityMessages() {}

    /**
     * A text.
     *
     * @param arguments as {@link java.text.MessageFormat} formats them
     */
    public static String text(String key, Object... arguments) {
        return BUNDLE.get(key, arguments);
    }
}
