package io.rapport.ingest.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.domain.text.CellCleaner.Content;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellCleanerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NULL",
                "null",
                "\\N",
                "n/a",
                "N/A",
                "#N/A",
                "-",
                "--",
                "\u2014",
                "?",
                "NaN",
                "undefined",
                "(null)",
                "<NULL>",
                "#REF!",
                "#VALUE!",
                "None",
                "n.a.",
                "\u200BNULL",
                " - ",
                "Not available",
                "'-",
                "nil",
                "\u202A\u202C"
            })
    void wordsForNoValueAreNothing(String cell) {
        assertThat(CellCleaner.clean(cell, Content.CODE)).isEmpty();
        assertThat(CellCleaner.clean(cell, Content.TEXT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Null",
                "Nil",
                "Na",
                "none",
                "'t Hart",
                "'s-Gravenhage",
                "O'Brien",
                "Ann-Marie",
                "ل\u200Cل",
                "👩\u200D💻",
                "0"
            })
    void namesStayAsTheyAre(String cell) {
        assertThat(CellCleaner.clean(cell, Content.TEXT)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'7001234567890|7001234567890",
                "'1234AB|1234AB",
                "'+31612345678|+31612345678",
                "'=1+1|=1+1",
                "'@ann|@ann",
                "'-5|-5",
                "'a9@example.com|a9@example.com",
                "\u202A+47 911\u202C|+47 911",
                "\uFEFF17|17",
                "17\u200B|17",
                "x'1|x'1"
            })
    void apostrophesAndMarksAreTakenOffCodes(String cell, String expected) {
        assertThat(CellCleaner.clean(cell, Content.CODE)).isEqualTo(expected);
    }

    /** The CSV files of Rapport write such texts with an apostrophe. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1 degree", "@ann", "=HYPERLINK(\"x\")"})
    void textOfOurOwnFilesIsReadBack(String text) {
        assertThat(CellCleaner.clean("'" + text, Content.TEXT)).isEqualTo(text);
    }
}
