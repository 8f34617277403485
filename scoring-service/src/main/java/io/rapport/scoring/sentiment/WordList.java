package io.rapport.scoring.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads a word list: each line a value, then the terms that have it, parted by a comma and a space. The value is a
 * number for a sentiment, {@code =} and a number for an exclamation, {@code !} and a number for a negation, {@code *}
 * and a factor for a degree, or one of {@code but}, {@code although} and {@code if}. Behind a slash stands what a degree
 * or an {@code if} is worth itself. A line that begins with {@code #} is a comment.
 */
final class WordList {

    private static final SpanTable<Entry> NO_SIGNS = new SpanTable<>(Map.of());

    private WordList() {}

    /** Adds a list's terms; where a term is there already, the new one replaces it. */
    static void readInto(Map<String, Entry> entries, String name) {
        try (var stream = WordList.class.getResourceAsStream(name)) {
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

    private static void add(Map<String, Entry> entries, String line) {
        int space = line.indexOf(' ');
        var value = line.substring(0, space);
        for (var term : line.substring(space + 1).split(", ")) {
            var written = spelling(Letters.visible(term.strip()));
            entries.put(written, entry(written, value));
        }
    }

    private static Entry entry(String term, String value) {
        return switch (value.charAt(0)) {
            case '!' -> new Entry(term, Role.NEGATION, Float.parseFloat(value.substring(1)), 1, 1);
            case '*' -> new Entry(term, Role.DEGREE, alone(value), factor(value), 1);
            case '=' -> new Entry(term, Role.EXCLAMATION, Float.parseFloat(value.substring(1)), 1, 1);
            case 'b' -> new Entry(term, Role.CONTRAST, 0, 1, 1);
            case 'a' -> new Entry(term, Role.CONCESSION, 0, 1, 1);
            case 'i' -> new Entry(term, Role.IRREALIS, alone(value), 1, 1);
            default -> new Entry(term, isSign(term) ? Role.EXCLAMATION : Role.SENTIMENT, Float.parseFloat(value), 1, 1);
        };
    }

    private static float factor(String value) {
        int slash = value.indexOf('/');
        return Float.parseFloat(value.substring(1, slash < 0 ? value.length() : slash));
    }

    private static float alone(String value) {
        int slash = value.indexOf('/');
        return slash < 0 ? 0 : Float.parseFloat(value.substring(slash + 1));
    }

    private static boolean isSign(String term) {
        return !Letters.isOfWord(term.charAt(0));
    }

    /** Words as the reader of texts would have them; signs as they are. */
    private static String spelling(String term) {
        if (isSign(term)) {
            return term;
        }
        var tokens = TextReader.read(term, NO_SIGNS);
        return new String(tokens.chars, 0, tokens.length);
    }
}
