package io.rapport.report.mail;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a mail shows, before it is written as text and as HTML.
 *
 * @param colour of the agency, as {@code #rrggbb}
 * @param link of the button
 */
record MailContent(
        String title,
        String colour,
        List<String> sentences,
        List<MailSection> sections,
        String linkText,
        String link,
        List<String> notes,
        String unsubscribeText,
        String unsubscribe) {

    /**
     * A list with its first people.
     *
     * @param more how many are left out, as a text; empty for none
     */
    record MailSection(String title, List<MailLine> lines, String more) {}

    /** A person with a reason. */
    record MailLine(String name, String reason) {}

    /** The plain text. */
    String text() {
        var parts = Stream.of(
                Stream.of(title, ""),
                sentences.stream(),
                Stream.of(""),
                sections.stream().flatMap(MailContent::lines),
                Stream.of(linkText + ": " + link, ""),
                notes.stream(),
                Stream.of("", unsubscribeText + ": " + unsubscribe));
        return parts.flatMap(each -> each).collect(Collectors.joining("\n")) + "\n";
    }

    private static Stream<String> lines(MailSection section) {
        var people = section.lines().stream()
                .map(line -> line.reason().isEmpty() ? "- " + line.name() : "- " + line.name() + ": " + line.reason());
        var more = section.more().isEmpty() ? Stream.<String>empty() : Stream.of("  " + section.more());
        return Stream.of(Stream.of(section.title()), people, more, Stream.of(""))
                .flatMap(Objects::requireNonNull);
    }
}
