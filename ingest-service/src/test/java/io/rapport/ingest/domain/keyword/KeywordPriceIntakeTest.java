package io.rapport.ingest.domain.keyword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.brand.PriceList;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.source.table.TableFile;
import io.rapport.ingest.source.table.TableFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeywordPriceIntakeTest {

    private static KeywordPriceIntake read(String text, @Nullable String currency) {
        var format = new TableFormat(false, 10_000, KeywordPriceIntake::isColumnName, null);
        try (var file = TableFile.open(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8, format)) {
            var intake = new KeywordPriceIntake(file.header(), currency);
            file.forEachRemaining(intake::process);
            return intake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PriceList prices(Map<String, String> keywords) {
        return new PriceList(
                "EUR",
                keywords.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, each -> new BigDecimal(each.getValue()))),
                BigDecimal.TEN);
    }

    @Test
    void theExportOfGoogleAdsIsReadAsMeanPricesWeightedByClicks() throws IOException {
        var intake = read(Files.readString(Path.of("../docs/samples/keywords.csv")), null);

        assertThat(intake.rejected()).isEmpty();
        assertThat(intake.withoutPrice()).isEqualTo(1);
        assertThat(intake.joinInto(null, false))
                .isEqualTo(new PriceList(
                        "EUR",
                        Map.of("coffee near me", new BigDecimal("0.77"), "harbour coffee", new BigDecimal("0.1")),
                        null));
    }

    @Test
    void otherKeywordsAndThePriceOfAnAnswerStayUnlessTheFileIsComplete() {
        var before = prices(Map.of("beans", "2", "coffee", "1"));
        var intake = read("Keyword,CPC\nCoffee,0.5\n", "EUR");

        assertThat(intake.joinInto(before, false)).isEqualTo(prices(Map.of("beans", "2", "coffee", "0.5")));
        assertThat(intake.joinInto(before, true)).isEqualTo(prices(Map.of("coffee", "0.5")));
    }

    @Test
    void aFileWithoutPricesChangesNothingAndNamesWhatIsMissing() {
        assertThatThrownBy(() -> read("Top queries,Clicks,Impressions,CTR,Position\ncoffee,41,803,5%,3\n", "EUR"))
                .isInstanceOf(InputRejectedException.class)
                .hasMessageContaining("Avg. CPC")
                .hasMessageContaining("imports/engagements");
        var unpriced = read("Keyword,Avg. CPC\ncoffee, --\n", "EUR");
        assertThatThrownBy(() -> unpriced.joinInto(null, false)).hasMessageContaining("No row of the file has a price");
        var unknown = read("Keyword,Avg. CPC\ncoffee,0.5\n", null);
        assertThatThrownBy(() -> unknown.joinInto(null, false)).hasMessageContaining("currency=EUR");
    }

    @Test
    void aPriceInAnotherCurrencyIsRejectedBecauseNoRatesAreApplied() {
        var intake = read("Keyword,Currency code,Avg. CPC\ncoffee,SEK,9\nbeans,EUR,1\n", "EUR");

        assertThat(intake.rejected())
                .singleElement()
                .satisfies(row -> assertThat(row.message()).contains("currency is SEK", "No rates are applied"));
        assertThat(intake.joinInto(null, false).keywords()).containsOnlyKeys("beans");
    }

    @Test
    void costsAndClicksAndMillionthsAreReadAsPrices() {
        assertThat(read("Search term,Clicks,Cost\ncoffee,4,3.00\n", "EUR")
                        .joinInto(null, false)
                        .keywords())
                .containsEntry("coffee", new BigDecimal("0.75"));
        assertThat(read("search_term_view.search_term,metrics.clicks,metrics.average_cpc\ncoffee,4,750000\n", "EUR")
                        .joinInto(null, false)
                        .keywords())
                .containsEntry("coffee", new BigDecimal("0.75"));
    }

    @Test
    void ofTooManyKeywordsThoseWithMostClicksAreStored() {
        var rows = IntStream.range(0, 1_200).mapToObj(i -> "k" + i + ",1," + i).collect(Collectors.joining("\n"));
        var joined = read("Keyword,CPC,Clicks\n" + rows + "\n", "EUR").joinInto(prices(Map.of("beans", "2")), false);

        assertThat(joined.keywords())
                .hasSize(PriceList.MAX_KEYWORDS)
                .containsKey("k1199")
                .doesNotContainKeys("k0", "beans");
    }
}
