package io.rapport.scoring.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "english.txt",
                "english.everyday.txt",
                "english.vader.txt",
                "norwegian.txt",
                "norwegian.afinn.txt",
                "danish.txt",
                "danish.afinn.txt",
                "swedish.txt",
                "swedish.afinn.txt",
                "symbols.txt",
                "symbols.vader.txt",
                "symbols.emoji.txt"
            })
    void listsStayWithinTheScaleAndHaveEachTermOnce(String name) throws IOException {
        var entries = new HashMap<String, LexiconEntry>();
        LexiconReader.readInto(entries, name);

        assertThat(entries.values()).allSatisfy(entry -> {
            assertThat(entry.value()).as(entry.term()).isBetween(-4f, 4f);
            assertThat(entry.factor()).as(entry.term()).isBetween(0.5f, 2f);
        });
        assertThat(terms(name)).doesNotHaveDuplicates();
    }

    @Test
    void aMissingListIsReportedByName() {
        assertThatThrownBy(() -> LexiconReader.readInto(new HashMap<>(), "klingon.txt"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("klingon.txt");
    }

    @Test
    void thirdPartyListsAreCredited() throws IOException {
        assertThat(lines("NOTICE.txt"))
                .contains(
                        "vader-sentiment", "afinn-165-multilingual", "emoji-emotion", "The MIT License", "Apache-2.0");
    }

    private static String[] terms(String name) throws IOException {
        return Arrays.stream(lines(name).split("\n"))
                .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                .flatMap(line ->
                        Arrays.stream(line.substring(line.indexOf(' ') + 1).split(", ")))
                .toArray(String[]::new);
    }

    private static String lines(String name) throws IOException {
        try (var stream = Objects.requireNonNull(LexiconReader.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
