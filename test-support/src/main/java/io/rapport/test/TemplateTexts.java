package io.rapport.test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the texts of a Thymeleaf template that are shown as they stand there. Samples, which are the content of an element
 * whose text or self is replaced, are none of them.
 */
final class TemplateTexts {

    private static final Pattern TOKEN = Pattern.compile(
            "<!--.*?-->|<!DOCTYPE[^>]*>|<(/?)([A-Za-z][\\w:-]*)((?:\\s+[^\\s=>/]+(?:=\"[^\"]*\")?)*)\\s*(/?)>|([^<]+)",
            Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=>/]+)=\"([^\"]*)\"");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'");
    private static final Pattern INLINE = Pattern.compile("\\[\\[.*?]]");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern PROSE = Pattern.compile("\\p{L}{2,}\\s|\\s\\p{L}{2,}|^\\p{Lu}\\p{Ll}");
    private static final Pattern STYLE = Pattern.compile("[{}]|counter\\(|^width: ");
    private static final Set<String> SHOWN = Set.of("title", "aria-label", "placeholder", "alt", "data-label");
    private static final Set<String> WITHOUT_TEXT = Set.of("code", "kbd", "style", "script");
    private static final Set<String> VOID =
            Set.of("meta", "link", "input", "img", "br", "path", "circle", "rect", "line");

    private final List<String> found = new ArrayList<>();
    /** Whether the content of each open element is shown; the innermost first. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    private TemplateTexts() {}

    static List<String> of(String template) {
        var texts = new TemplateTexts();
        var tokens = TOKEN.matcher(template);
        while (tokens.find()) {
            if (tokens.group(5) != null) {
                texts.text(tokens.group(5));
            } else if (tokens.group(2) != null) {
                texts.tag(
                        !tokens.group(1).isEmpty(),
                        tokens.group(2),
                        tokens.group(3),
                        !tokens.group(4).isEmpty());
            }
        }
        return texts.found;
    }

    private void text(String text) {
        var shown = INLINE.matcher(text).replaceAll("").strip();
        if (LETTER.matcher(shown).find() && !open.contains(false)) {
            found.add(shown.replaceAll("\\s+", " "));
        }
    }

    private void tag(boolean closing, String name, String attributes, boolean empty) {
        if (closing) {
            open.pollFirst();
            return;
        }
        var shown = !WITHOUT_TEXT.contains(name);
        var all = ATTRIBUTE.matcher(attributes);
        while (all.find()) {
            var attribute = all.group(1);
            if (attribute.startsWith("th:")) {
                expression(all.group(2));
                shown &= !Set.of("th:text", "th:utext", "th:replace", "th:insert")
                        .contains(attribute);
            } else if (SHOWN.contains(attribute)
                    && LETTER.matcher(all.group(2)).find()
                    && !attributes.contains("th:" + attribute + "=")) {
                found.add(all.group(2));
            }
        }
        if (!empty && !VOID.contains(name)) {
            open.addFirst(shown);
        }
    }

    /** Prose in the literals of an expression. */
    private void expression(String expression) {
        var literals = LITERAL.matcher(expression);
        while (literals.find()) {
            var literal = literals.group(1);
            if (PROSE.matcher(literal).find() && !STYLE.matcher(literal).find()) {
                found.add(literal);
            }
        }
    }
}
