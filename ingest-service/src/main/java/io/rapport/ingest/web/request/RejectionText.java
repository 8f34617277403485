package io.rapport.ingest.web.request;

import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.web.pages.MessageBundle;
import io.rapport.web.pages.PageLanguage;
import io.rapport.web.pages.PageText;
import java.util.Arrays;
import java.util.List;

/**
 * Why a row was rejected, in the language of the page. The reasons are stored as English sentences; in another language a sentence by
 * their code stands for them.
 */
public final class RejectionText {

    private static final MessageBundle BUNDLE = MessageBundle.of("ingest");

    private RejectionText() {}

    /**
     * The sentence of a code, for a script that shows rejected rows.
     *
     * @param code as responses have it
     */
    public record CodeText(String code, String text) {}

    /** The reason on one line. */
    public static String of(RejectionCode code, String message) {
        return isEnglish() ? PageText.line(message) : text(code);
    }

    /** The sentences by code; empty in English, in which responses have the reason itself. */
    public static List<CodeText> byCode() {
        return isEnglish()
                ? List.of()
                : Arrays.stream(RejectionCode.values())
                        .map(code -> new CodeText(code.name(), text(code)))
                        .toList();
    }

    private static String text(RejectionCode code) {
        return BUNDLE.get("rejection." + code);
    }

    private static boolean isEnglish() {
        return PageLanguage.current() == PageLanguage.ENGLISH;
    }
}
