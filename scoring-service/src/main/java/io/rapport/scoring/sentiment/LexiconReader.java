package io.rapport.scoring.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads a word list. Each line has a value, then its terms, separated by a comma and a space. The value is a number for a
 * sentiment, {@code =} and a number for an exclamation, {@code !} and a number for a negation, {@code *} and a factor for a
 * degree, or one of {@code but}, {@code although} and {@code if}. A slash precedes the sentiment value of a degree or an
 * {@code if} itself. A line that begins with {@code #} is a comment.
 */
final class LexiconReader {

    private static final TermTable<LexiconEntry> NO_SIGNS = new TermTable<>(Map.of());

    private LexiconReader() {}

    /** Adds the terms of a list; replaces existing ones. */
    static void readInto(Map<String, LexiconEntry> entries, String name) {
        try (var stream = LexiconReader.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The word list " + name + " is missing");
            }
            var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            lines.lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .forEach(line -> add(entries, line));
        } catch (IOException e) {
            throw new UncheckedIOException("The word list " + name + " cannot be read", e);
        }
    }

    private static void add(Map<String, LexiconEntry> entries, String line) {
        int space = line.indexOf(' ');
        var value = line.substring(0, space);
        for (var term : line.substring(space + 1).split(", ")) {
            var written = normalize(CharacterClasses.removeInvisible(term.strip()));
            entries.put(written, entry(written, value));
        }
    }

    private static LexiconEntry entry(String term, String value) {
        return switch (value.charAt(0)) {
            case '!' -> new LexiconEntry(term, LexiconRole.NEGATION, Float.parseFloat(value.substring(1)), 1, 1);
            case '*' -> new LexiconEntry(term, LexiconRole.DEGREE, standaloneValue(value), factor(value), 1);
            case '=' -> new LexiconEntry(term, LexiconRole.EXCLAMATION, Float.parseFloat(value.substring(1)), 1, 1);
            case 'b' -> new LexiconEntry(term, LexiconRole.CONTRAST, 0, 1, 1);
            case 'a' -> new LexiconEntry(term, LexiconRole.CONCESSION, 0, 1, 1);
            case 'i' -> new LexiconEntry(term, LexiconRole.IRREALIS, standaloneValue(value), 1, 1);
            default ->
                new LexiconEntry(
                        term,
                        isSign(term) ? LexiconRole.EXCLAMATION : LexiconRole.SENTIMENT,
                        Float.parseFloat(value),
                        1,
                        1);
        };
    }

    private static float factor(String value) {
        int slash = value.indexOf('/');
        return Float.parseFloat(value.substring(1, slash < 0 ? value.length() : slash));
    }

    private static float standaloneValue(String value) {
        int slash = value.indexOf('/');
        return slash < 0 ? 0 : Float.parseFloat(value.substring(slash + 1));
    }

    private static boolean isSign(String term) {
        return !CharacterClasses.isWordCharacter(term.charAt(0));
    }

    /** Normalises words like the tokenizer; symbols stay as they are. */
    private static String normalize(String term) {
        if (isSign(term)) {
            return term;
        }
        var tokens = TextTokenizer.tokenize(term, NO_SIGNS);
        return new String(tokens.chars, 0, tokens.length);
    }
}
