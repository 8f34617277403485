package io.rapport.ingest.source.email;

import io.rapport.ingest.source.payload.HtmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts what a reply repeats of earlier messages, and the signature below it. */
final class QuotedTextCutter {

    private static final int MAX_LINE = 400;

    /** The line above quoted text, in the languages in which the common programs write it. */
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "(on|am|le|el|il|op|den|på|em|w dniu|dne)\\b.{4,300}(wrote|schrieb|a écrit|escribió|ha scritto|schreef|skrev|escreveu|napisał|napsal)\\b.{0,100}:");

    private static final Pattern SEPARATOR = Pattern.compile(
            "-{2,}\\s*(original message|forwarded message|ursprüngliche nachricht|originalnachricht|message d'origine|opprinnelig melding|oprindelig meddelelse|ursprungligt meddelande|oorspronkelijk bericht|mensaje original|messaggio originale)\\s*-{2,}|_{10,}");

    private static final Pattern SIGNATURE = Pattern.compile("--|sent from my \\S.{0,60}|get outlook for \\S.{0,60}");

    /** Where programs begin what they quote in HTML. */
    private static final List<String> HTML_QUOTES = List.of(
            "<blockquote",
            "class=\"gmail_quote",
            "class=\"moz-cite-prefix",
            "id=\"divrplyfwdmsg\"",
            "id=\"appendonsend\"",
            "class=\"yahoo_quoted",
            "name=\"_mailoriginal\"");

    private QuotedTextCutter() {}

    /** The text of an HTML body without what it quotes; null when nothing is left. */
    static @Nullable String ofHtml(@Nullable String html) {
        if (html == null) {
            return null;
        }
        var lower = html.toLowerCase(Locale.ROOT);
        var end = HTML_QUOTES.stream()
                .mapToInt(lower::indexOf)
                .filter(at -> at >= 0)
                .map(at -> html.lastIndexOf('<', at))
                .filter(at -> at >= 0)
                .min()
                .orElse(html.length());
        var text = HtmlText.of(html.substring(0, end));
        return text == null ? null : ofPlain(text);
    }

    /** A plain text without what it quotes; null when nothing is left. */
    static @Nullable String ofPlain(String text) {
        var lines = text.lines().toList();
        var kept = new ArrayList<String>();
        for (var i = 0; i < lines.size(); i++) {
            var folded = fold(lines.get(i));
            if (SEPARATOR.matcher(folded).matches() || SIGNATURE.matcher(folded).matches()) {
                break;
            }
            var height = attribution(lines, i);
            if (height > 0) {
                if (!isQuoted(lines, i + height)) {
                    break;
                }
                i += height - 1;
            } else if (!folded.startsWith(">")) {
                kept.add(lines.get(i));
            }
        }
        var joined = String.join("\n", kept).replaceAll("\n{3,}", "\n\n").strip();
        return joined.isEmpty() ? null : joined;
    }

    /** The number of lines of an attribution, which programs wrap; 0 for any other line. */
    private static int attribution(List<String> lines, int at) {
        var one = fold(lines.get(at));
        if (ATTRIBUTION.matcher(one).matches()) {
            return 1;
        }
        return at + 1 < lines.size()
                        && !one.isEmpty()
                        && ATTRIBUTION
                                .matcher(one + " " + fold(lines.get(at + 1)))
                                .matches()
                ? 2
                : 0;
    }

    /** Whether the next line with text is quoted: then an answer may follow below. */
    private static boolean isQuoted(List<String> lines, int from) {
        return lines.subList(Math.min(from, lines.size()), lines.size()).stream()
                .map(QuotedTextCutter::fold)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .filter(line -> line.startsWith(">"))
                .isPresent();
    }

    private static String fold(String line) {
        var text = line.strip();
        return text.substring(0, Math.min(text.length(), MAX_LINE)).toLowerCase(Locale.ROOT);
    }
}
