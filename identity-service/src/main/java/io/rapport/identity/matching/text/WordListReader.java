package io.rapport.identity.matching.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Reads the bundled word lists of this package. */
public final class WordListReader {

    private WordListReader() {}

    /** Returns the lines of a list, each as its normalised words, without comments. */
    static List<List<String>> lines(String name) {
        InputStream list = Objects.requireNonNull(WordListReader.class.getResourceAsStream(name), name);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            List<List<String>> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    lines.add(Arrays.stream(line.split(" "))
                            .map(TextNormalizer::letters)
                            .toList());
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all words of a list in order. */
    public static List<String> words(String name) {
        return lines(name).stream().flatMap(List::stream).toList();
    }
}
