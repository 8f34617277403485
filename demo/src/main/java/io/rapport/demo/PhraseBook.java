package io.rapport.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The lines of a text file by section; a section starts with a line {@code [section]}. */
record PhraseBook(Map<String, List<String>> sections) {

    /** Reads a resource of this package. */
    static PhraseBook load(String file) {
        var sections = new HashMap<String, List<String>>();
        var current = new ArrayList<String>();
        for (var line : text(file).lines().toList()) {
            if (line.startsWith("[")) {
                current = new ArrayList<>();
                sections.put(line.substring(1, line.length() - 1), current);
            } else {
                current.add(line);
            }
        }
        return new PhraseBook(sections);
    }

    /** The lines of a section. Fails if it does not exist. */
    List<String> of(String section) {
        return Objects.requireNonNull(sections.get(section), section);
    }

    /** The text of a resource of this package. */
    static String text(String file) {
        try (@Nullable InputStream in = PhraseBook.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
