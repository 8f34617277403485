package io.rapport.ingest.source.imap;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of a message with its text, as the structure of the message describes it: the first plain text that is no attachment, else the
 * first HTML. Only this part is read, so that attachments never leave the server.
 *
 * @param section its number, such as {@code 1.2}
 * @param header the lines that describe it
 */
record TextPart(String section, String header) {

    private static final int PARAMETERS = 2;
    private static final int ENCODING = 5;
    private static final int DISPOSITION = 9;
    private static final Pattern TOKEN = Pattern.compile("[\\w.+-]{1,60}");

    /** Finds the part in a structure; empty if the message has no text. */
    static Optional<TextPart> find(ImapValue structure) {
        return find(structure, "", "PLAIN").or(() -> find(structure, "", "HTML"));
    }

    /** Whether the message is a report of a mail server, such as a bounce. */
    static boolean isReport(ImapValue structure) {
        return structure.at(0).isList()
                && structure.elements().stream()
                        .dropWhile(ImapValue::isList)
                        .findFirst()
                        .filter(subtype -> subtype.word().equals("REPORT"))
                        .isPresent();
    }

    private static Optional<TextPart> find(ImapValue structure, String section, String subtype) {
        if (!structure.at(0).isList()) {
            return isText(structure, subtype)
                    ? Optional.of(new TextPart(section.isEmpty() ? "1" : section, header(structure)))
                    : Optional.empty();
        }
        var number = 0;
        for (var part : structure.elements()) {
            if (!part.isList()) {
                break;
            }
            number++;
            var found = find(part, section.isEmpty() ? Integer.toString(number) : section + "." + number, subtype);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isText(ImapValue part, String subtype) {
        var disposition = part.at(DISPOSITION);
        return part.at(0).word().equals("TEXT")
                && part.at(1).word().equals(subtype)
                && !disposition.at(0).word().equals("ATTACHMENT")
                && disposition.at(1).after("FILENAME").text().isEmpty();
    }

    private static String header(ImapValue part) {
        var charset = part.at(PARAMETERS).after("CHARSET").text();
        var encoding = part.at(ENCODING).text();
        return "Content-Type: text/" + part.at(1).text().toLowerCase(Locale.ROOT)
                + (TOKEN.matcher(charset).matches() ? "; charset=\"" + charset + "\"" : "")
                + "\r\n"
                + (TOKEN.matcher(encoding).matches() ? "Content-Transfer-Encoding: " + encoding + "\r\n" : "");
    }
}
