package io.rapport.report.page;

import io.rapport.web.pages.MessageBundle;

/** The texts of this service's pages, from {@code report/pages/messages.properties}, in the current language. */
public final class ReportMessages {

    private static final MessageBundle BUNDLE = MessageBundle.of("report");

    private ReportMessages() {}

    /**
     * A text.
     *
     * @param arguments as {@link java.text.MessageFormat} formats them
     */
    public static String text(String key, Object... arguments) {
        return BUNDLE.get(key, arguments);
    }
}
