package io.rapport.ingest.source.email;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises mail that no person wrote to the brand: automatic replies, lists, bulk mail, bounces and reports. */
final class AutomaticEmailPolicy {

    private static final Pattern SENDER = Pattern.compile(
            "(mailer-daemon|postmaster|no-?_?reply|do-?_?not-?_?reply|donotreply|bounces?|notifications?)([-+.=].*)?");
    private static final Pattern SUBJECT = Pattern.compile(
            "(auto(matic|matisk|matische)?[ -]?(reply|svar|antwort|response)|out of (the )?office|autosvar|abwesenheit|fraværsmelding|frånvaro|réponse automatique|respuesta automática|risposta automatica|automatisch antwoord).*");

    private AutomaticEmailPolicy() {}

    /** Why a message is not counted; empty for one that a person wrote. */
    static Optional<String> reason(EmailMessage message, EmailHeaders.Party sender) {
        var headers = message.headers();
        if (message.contentType().equals("multipart/report")
                || headers.first("return-path").strip().equals("<>")) {
            return Optional.of("bounce");
        }
        if (headers.has("list-id") || headers.has("list-post") || headers.has("list-unsubscribe")) {
            return Optional.of("list");
        }
        var precedence = word(headers, "precedence");
        if (precedence.equals("bulk") || precedence.equals("junk") || precedence.equals("list")) {
            return Optional.of("list");
        }
        if (word(headers, "x-spam-flag").equals("yes")) {
            return Optional.of("spam");
        }
        return isAutomatic(headers, sender) || precedence.equals("auto_reply")
                ? Optional.of("automatic")
                : Optional.empty();
    }

    private static boolean isAutomatic(EmailHeaders headers, EmailHeaders.Party sender) {
        var submitted = word(headers, "auto-submitted");
        var subject = headers.line("subject");
        return !submitted.isEmpty() && !submitted.equals("no")
                || headers.has("x-autoreply")
                || headers.has("x-autorespond")
                || headers.has("x-auto-response-suppress")
                || SENDER.matcher(sender.localPart()).matches()
                || subject != null
                        && SUBJECT.matcher(subject.toLowerCase(Locale.ROOT)).matches();
    }

    private static String word(EmailHeaders headers, String name) {
        return headers.first(name).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
