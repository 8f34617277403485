package io.rapport.ingest.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.NotAccepted;
import io.rapport.ingest.domain.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    private static List<Row> rows(String text) {
        return rows(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Row> rows(InputStream in) {
        var rows = new ArrayList<Row>();
        try {
            new CsvFile(true, 3).read(in, rows::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** A stream that has a little CSV and then fails. */
    private static InputStream failing(InputStream failure) {
        return new SequenceInputStream(
                new ByteArrayInputStream(("a,b\n" + "1,2\n".repeat(2)).getBytes(StandardCharsets.UTF_8)), failure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b.c\n1,\"x;y\"\n", "a;b.c\r\n1;\"x;y\"\r\n", "a\tb.c\n1\tx;y", "\uFEFFa,b.c\n1,x;y\n\n"})
    void readsEverySeparatorWithAndWithoutAMark(String text) {
        assertThat(rows(text)).singleElement().satisfies(row -> {
            assertThat(row.fields()).isEqualTo(Map.of("a", "1", "b", Map.of("c", "x;y")));
            assertThat(row.index()).isEqualTo(2);
        });
    }

    @Test
    void cellsAreTextWhateverTheyLookLike() {
        assertThat(rows("a,b\n=1+1,@SUM(A1)\n").get(0).fields()).isEqualTo(Map.of("a", "=1+1", "b", "@SUM(A1)"));
    }

    @Test
    void linesAreCountedAsInAnEditor() {
        var rows = rows("a,b\n\"two\nlines\",1\n\n3,4\n");

        assertThat(rows).extracting(Row::index).containsExactly(2, 5);
        assertThat(rows.get(0).raw()).isEqualTo("a,b\n\"two\nlines\",1");
    }

    @Test
    void emptyCellsAreNotThere() {
        assertThat(rows("a,b.c,d\n,,x\n").get(0).fields()).isEqualTo(Map.of("d", "x"));
    }

    @Test
    void aRowWithCellsTooManyOrTooFewIsRejectedAlone() {
        var rows = rows("a,b\n1\n1,2,3\n1,2\n");

        for (var row : rows.subList(0, 2)) {
            assertThat(catchThrowableOfType(NotAccepted.class, row::fields).code())
                    .isEqualTo(RejectionCode.UNPARSEABLE);
        }
        assertThat(rows.get(2).fields()).hasSize(2);
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        assertThatThrownBy(() -> rows("")).isInstanceOf(BrokenFile.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> rows("a,a\n1,2")).hasMessageContaining("called the same");
        assertThatThrownBy(() -> rows("a\n1\n2\n3\n4\n")).hasMessageContaining("more than 3 rows");
        assertThatThrownBy(() -> rows("a,b\n1,\"" + "x".repeat(5 << 20))).isInstanceOf(BrokenFile.class);
    }

    @Test
    void whatFailsBelowIsToldAsItIs() {
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
