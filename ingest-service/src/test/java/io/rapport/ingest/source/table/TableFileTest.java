package io.rapport.ingest.source.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {

    private static List<InputRow> rows(String text) {
        return rows(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<InputRow> rows(InputStream in) {
        return rows(in, null, new TableFormat(true, 3, name -> true, null));
    }

    private static List<InputRow> list(String text) {
        return rows(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                null,
                new TableFormat(false, 10, name -> true, null));
    }

    private static List<InputRow> rows(InputStream in, Charset declared, TableFormat form) {
        var rows = new ArrayList<InputRow>();
        try (var file = TableFile.open(in, declared, form)) {
            file.forEachRemaining(rows::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** A stream that fails after some CSV. */
    private static InputStream failing(InputStream failure) {
        return new SequenceInputStream(
                new ByteArrayInputStream(("a,b\n" + "1,2\n".repeat(2)).getBytes(StandardCharsets.UTF_8)), failure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b.c\n1,\"x;y\"\n", "a;b.c\r\n1;\"x;y\"\r\n", "a\tb.c\n1\tx;y", "\uFEFFa,b.c\n1,x;y\n\n"})
    void readsEverySeparatorWithAndWithoutAByteOrderMark(String text) {
        assertThat(rows(text)).singleElement().satisfies(row -> {
            assertThat(row.fields()).isEqualTo(Map.of("a", "1", "b.c", "x;y"));
            assertThat(row.index()).isEqualTo(2);
        });
    }

    @Test
    void cellsAreAlwaysText() {
        assertThat(rows("a,b\n=1+1,@SUM(A1)\n").get(0).fields()).isEqualTo(Map.of("a", "=1+1", "b", "@SUM(A1)"));
    }

    @Test
    void countsLinesAsAnEditorDoes() {
        var rows = rows("a,b\n\"two\nlines\",1\n\n3,4\n");

        assertThat(rows).extracting(InputRow::index).containsExactly(2, 5);
        assertThat(rows.get(0).raw()).isEqualTo("a,b\n\"two\nlines\",1");
    }

    @Test
    void emptyCellsAreAbsent() {
        assertThat(rows("a,b.c,d\n,,x\n").get(0).fields()).isEqualTo(Map.of("d", "x"));
    }

    @Test
    void rejectsOnlyTheRowWithAWrongNumberOfCells() {
        var rows = rows("a,b\n1,2,3\n1\n1,2\n");

        assertThat(catchThrowableOfType(InputRejectedException.class, rows.get(0)::fields)
                        .code())
                .isEqualTo(RejectionCode.UNPARSEABLE);
        assertThat(rows.get(1).fields()).isEqualTo(Map.of("a", "1"));
        assertThat(rows.get(2).fields()).hasSize(2);
    }

    @Test
    void ignoresTrailingEmptyCellsAndEmptyRows() {
        var rows = rows("a,b\n1,2,,\n,,\n\n3,4\n");

        assertThat(rows).extracting(InputRow::index).containsExactly(2, 5);
        assertThat(rows.get(0).fields()).isEqualTo(Map.of("a", "1", "b", "2"));
    }

    @Test
    void usesTheSeparatorOfTheSepLine() {
        assertThat(rows("sep=;\r\na,x;b\r\n1;2\r\n")).singleElement().satisfies(row -> {
            assertThat(row.fields()).isEqualTo(Map.of("a,x", "1", "b", "2"));
            assertThat(row.index()).isEqualTo(3);
        });
    }

    @Test
    void ignoresSeparatorsInsideOfQuotes() {
        assertThat(rows("\"a,x,y\";b\n1;2\n").get(0).fields()).isEqualTo(Map.of("a,x,y", "1", "b", "2"));
    }

    @Test
    void makesColumnNamesOfAListUnique() {
        assertThat(list("E-mail,,E-mail,E-mail (2)\n1,2,3,4\n").get(0).fields())
                .isEqualTo(Map.of("E-mail", "1", "Column 2", "2", "E-mail (3)", "3", "E-mail (2)", "4"));
    }

    @Test
    void aFileWithOnlyAHeaderHasNoRows() {
        assertThat(list("name,email")).isEmpty();
    }

    @Test
    void reportsTheLineOfAnUnclosedQuote() {
        var rows = list("a,b\n1,\"two\n3,4\n");

        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.index()).isEqualTo(2));
        assertThat(list("a,b,c\n1,\"two\n3,4\n").get(0))
                .satisfies(row -> assertThatThrownBy(row::fields).hasMessageContaining("not closed"));
    }

    @Test
    void detectsOldEncodings() {
        var text = "navn;by\nØrjan Ærø;Ålesund €\n";
        var expected = Map.of("navn", "Ørjan Ærø", "by", "Ålesund €");
        for (var charset : List.of("windows-1252", "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16")) {
            var in = new ByteArrayInputStream(text.getBytes(Charset.forName(charset)));
            assertThat(rows(in, null, new TableFormat(false, 9, name -> true, null))
                            .get(0)
                            .fields())
                    .as(charset)
                    .isEqualTo(expected);
        }
        var declared = new ByteArrayInputStream("navn\n\u0141ukasz\n".getBytes(Charset.forName("ISO-8859-2")));
        assertThat(rows(declared, Charset.forName("ISO-8859-2"), new TableFormat(false, 9, name -> true, null))
                        .get(0)
                        .fields())
                .isEqualTo(Map.of("navn", "\u0141ukasz"));
    }

    @Test
    void detectsTheEncodingAtTheFirstNonAsciiCharacter() {
        var text = "name,city\n" + "Ann,Oslo\n".repeat(50_000) + "Åse,Bodø\n";
        for (var charset : List.of("windows-1252", "UTF-8")) {
            var in = new ByteArrayInputStream(text.getBytes(Charset.forName(charset)));
            assertThat(rows(in, null, new TableFormat(false, 60_000, name -> true, null))
                            .get(50_000)
                            .fields())
                    .as(charset)
                    .isEqualTo(Map.of("name", "Åse", "city", "Bodø"));
        }
    }

    @Test
    void replacesMalformedBytes() {
        var bytes = "name\nÅse \n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xFF;

        assertThat(rows(new ByteArrayInputStream(bytes), null, new TableFormat(false, 9, name -> true, null))
                        .get(0)
                        .fields())
                .isEqualTo(Map.of("name", "Åse\uFFFD"));
    }

    @Test
    void reportsWhyAFileCannotBeRead() {
        assertThatThrownBy(() -> rows(""))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> rows("a\n1\n2\n3\n4\n"))
                .hasMessageContaining("more than 3 rows")
                .hasMessageEndingWith("with the header.");
        assertThatThrownBy(() -> list("a\n" + "1\n".repeat(11)))
                .hasMessageEndingWith("none of them with complete=true.");
        assertThatThrownBy(() -> rows("a,b\n1,\"" + "x".repeat(5 << 20))).isInstanceOf(MalformedFileException.class);
    }

    @Test
    void propagatesFailuresOfTheStream() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new ZipException("broken");
            }
        };
        var full = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("too much");
            }
        };

        assertThatThrownBy(() -> rows(failing(broken))).hasCauseInstanceOf(ZipException.class);
        assertThatThrownBy(() -> rows(failing(full))).hasMessage("too much");
    }
}
