package io.rapport.web.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.web.paging.CursorPage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvListTest {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    record Amount(double value, @Nullable String currency) {}

    record Line(
            String name,
            @Nullable Amount amount,
            Instant at,
            List<String> tags,
            Map<String, Integer> counts,
            List<Amount> amounts) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record LinePage(List<Line> items, String modelVersion) {}

    record Numbers(List<Integer> items) {}

    @Test
    void cellsAreTextsListsOrJson() throws IOException {
        var line = new Line(
                "=1+1", new Amount(2.5, null), AT, List.of("a", "b"), Map.of("x", 1), List.of(new Amount(1, "EUR")));
        var other = new Line("@b\n\"c\"", null, AT, List.of(), Map.of(), List.of());
        var out = new StringWriter();
        CsvListConverter.write(
                ListRecord.of(LinePage.class).orElseThrow(),
                new LinePage(List.of(line, other), "1"),
                next -> next,
                out);
        assertThat(out.toString().split("\r\n"))
                .containsExactly(
                        "\"name\",\"amount.value\",\"amount.currency\",\"at\",\"tags\",\"counts\",\"amounts\"",
                        "\"'=1+1\",\"2.5\",,\"2026-03-01T12:00:00Z\",\"a b\",\"{\"\"x\"\":1}\","
                                + "\"[{\"\"value\"\":1.0,\"\"currency\"\":\"\"EUR\"\"}]\"",
                        "\"'@b\n\"\"c\"\"\",,,\"2026-03-01T12:00:00Z\",,\"{}\",");
    }

    @Test
    void onlyRecordsWithAListOfRecordsAreLists() {
        assertThat(ListRecord.of(LinePage.class)).isPresent();
        assertThat(ListRecord.of(Numbers.class)).isEmpty();
        assertThat(ListRecord.of(Amount.class)).isEmpty();
        assertThat(ListRecord.of(String.class)).isEmpty();
        assertThat(ListRecord.of(CursorPage.class)).isEmpty();
    }

    /** A list of a million rows whose client leaves half way: no page is read after the failed write. */
    @Test
    void nothingIsReadForAClientThatIsGone() {
        var read = new AtomicInteger();
        var limited = new Writer() {

            private long left = 10_000_000;

            @Override
            public void write(char[] text, int from, int length) throws IOException {
                left -= length;
                if (left < 0) {
                    throw new IOException("Broken pipe");
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var list = ListRecord.of(pageType()).orElseThrow();
        assertThatThrownBy(() -> CsvListConverter.write(list, page(0), next -> page(read.incrementAndGet()), limited))
                .isInstanceOf(IOException.class)
                .hasMessage("Broken pipe");
        assertThat(read).satisfies(count -> assertThat(count.get()).isBetween(100, 4_000));
    }

    private static Type pageType() {
        try {
            return CsvListTest.class.getDeclaredMethod("page", int.class).getGenericReturnType();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CursorPage<Line> page(int number) {
        var rows = IntStream.range(0, 200)
                .mapToObj(i -> new Line("n" + i, null, AT, List.of(), Map.of(), List.of()))
                .toList();
        return new CursorPage<>(rows, number < 4_999 ? String.valueOf(number) : null);
    }
}
