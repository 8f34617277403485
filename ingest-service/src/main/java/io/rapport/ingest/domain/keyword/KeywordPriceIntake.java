package io.rapport.ingest.domain.keyword;

import io.rapport.contracts.brand.PriceList;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.input.ListRows;
import io.rapport.ingest.domain.input.RejectionStreakException;
import io.rapport.ingest.domain.input.RowRejection;
import io.rapport.ingest.domain.keyword.KeywordColumns.Role;
import io.rapport.ingest.domain.text.AmountParser;
import io.rapport.ingest.domain.text.DecimalMark;
import io.rapport.ingest.domain.text.TextCleaner;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a click on an advertisement costs for each keyword, in one currency. Rows of one keyword (match types, campaigns, days) become
 * its mean price, weighted by clicks. No rates are applied: a row in another currency is rejected.
 */
public final class KeywordPriceIntake {

    private static final int MAX_KEYWORD = 200;
    private static final int DECIMALS = 4;
    private static final int MICROS = 6;
    private static final BigDecimal MAX_PRICE = BigDecimal.valueOf(1_000_000_000L);
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    /** {@code [exact]}, {@code "phrase"} and {@code +broad +modified}. */
    private static final Pattern MATCH_TYPE = Pattern.compile("^[\\[\"']+|[]\"']+$|(?<!\\S)\\+(?=\\S)");

    private final KeywordColumns columns;
    private final @Nullable String expectedCurrency;
    private @Nullable String currency;
    private final Map<String, Weighted> keywords = new TreeMap<>();
    private final ListRows rows = new ListRows();
    private int withoutPrice;

    /** Sums of the rows of a keyword. */
    private record Weighted(BigDecimal cost, BigDecimal weight, BigDecimal clicks) {

        Weighted plus(Weighted other) {
            return new Weighted(cost.add(other.cost), weight.add(other.weight), clicks.add(other.clicks));
        }

        BigDecimal price() {
            return cost.divide(weight, DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        }
    }

    /**
     * Begins an intake.
     *
     * @param header the names of the columns
     * @param expectedCurrency of the price list, or as the request declares it; null if neither is known
     * @throws InputRejectedException if the file has no keywords, or no prices
     */
    public KeywordPriceIntake(Collection<String> header, @Nullable String expectedCurrency) {
        this.columns = KeywordColumns.of(header);
        this.expectedCurrency = expectedCurrency;
        this.currency = expectedCurrency;
        if (!columns.has(Role.KEYWORD)) {
            throw missing("keyword", "The file has no column of keywords, such as Keyword or Search term.");
        }
        if (!columns.hasPrices()) {
            throw missing(
                    "price",
                    "The file has keywords and no prices: it needs a column such as Avg. CPC, or Cost and Clicks. "
                            + "Export the keywords from Google Ads with the column Avg. CPC. A Search Console export has clicks and no prices: "
                            + "send it to imports/engagements, where its clicks are counted at the prices that are known.");
        }
    }

    /** Whether a cell is the name of a column of such a file. */
    public static boolean isColumnName(String cell) {
        return KeywordColumns.isKnown(cell);
    }

    /**
     * Reads one row.
     *
     * @throws RejectionStreakException after too many rejected rows in a row
     */
    public void process(InputRow row) {
        rows.process(row, this::read);
    }

    /** The number of rows read. */
    public int rows() {
        return rows.count();
    }

    /** The number of rows without a price, such as keywords that got no click. */
    public int withoutPrice() {
        return withoutPrice;
    }

    /** The rejected rows. */
    public List<RowRejection> rejected() {
        return rows.rejected();
    }

    /** The number of keywords with a price. */
    public int keywords() {
        return keywords.size();
    }

    /**
     * Joins the prices into a price list.
     *
     * @param prices the price list before; null for none
     * @param complete whether keywords that the file does not have lose their price
     * @throws InputRejectedException if no row has a price, or the currency is not known
     */
    public PriceList joinInto(@Nullable PriceList prices, boolean complete) {
        if (keywords.isEmpty()) {
            throw missing("price", "No row of the file has a price; nothing was changed.");
        }
        if (currency == null) {
            throw missing("currency", "The file does not contain the currency of its prices: send currency=EUR.");
        }
        var joined = new TreeMap<String, BigDecimal>();
        keywords.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparing(Weighted::clicks).reversed()))
                .limit(PriceList.MAX_KEYWORDS)
                .forEach(entry -> joined.put(entry.getKey(), entry.getValue().price()));
        if (prices != null && !complete) {
            prices.keywords().forEach((keyword, price) -> {
                if (joined.size() < PriceList.MAX_KEYWORDS) {
                    joined.putIfAbsent(keyword, price);
                }
            });
        }
        return new PriceList(currency, joined, prices == null ? null : prices.answer());
    }

    private void read(Map<?, ?> row) {
        var keyword = keyword(row);
        requireCurrency(row);
        var clicks = number(row, Role.CLICKS).orElse(BigDecimal.ZERO);
        var weight = clicks.signum() > 0 ? clicks : BigDecimal.ONE;
        var price = price(row, clicks);
        if (price.isEmpty()) {
            withoutPrice++;
            return;
        }
        if (price.get().signum() < 0 || price.get().compareTo(MAX_PRICE) > 0) {
            throw InputRejectedException.invalid(
                    "price", "is %s, but has to be 0 to 1000000000.".formatted(price.get()));
        }
        keywords.merge(keyword, new Weighted(price.get().multiply(weight), weight, clicks), Weighted::plus);
    }

    private Optional<BigDecimal> price(Map<?, ?> row, BigDecimal clicks) {
        var price = number(row, Role.PRICE).or(() -> micros(row, Role.PRICE_MICROS));
        return price.filter(value -> value.signum() != 0)
                .or(() -> number(row, Role.COST)
                        .or(() -> micros(row, Role.COST_MICROS))
                        .filter(cost -> cost.signum() != 0 && clicks.signum() > 0)
                        .map(cost -> cost.divide(clicks, DECIMALS, RoundingMode.HALF_UP)));
    }

    private String keyword(Map<?, ?> row) {
        var written = columns.cell(Role.KEYWORD, row).orElseThrow(() -> missing("keyword", "The row has no keyword."));
        var keyword = TextCleaner.toSingleLine(MATCH_TYPE.matcher(written).replaceAll(""))
                .toLowerCase(Locale.ROOT);
        if (keyword.isEmpty() || keyword.length() > MAX_KEYWORD) {
            throw InputRejectedException.invalid("keyword", "has to be 1 to %d characters.".formatted(MAX_KEYWORD));
        }
        return keyword;
    }

    private void requireCurrency(Map<?, ?> row) {
        var written = columns.cell(Role.CURRENCY, row)
                .map(code -> code.toUpperCase(Locale.ROOT))
                .filter(code -> CURRENCY.matcher(code).matches());
        if (written.isEmpty()) {
            return;
        }
        if (currency == null) {
            currency = written.get();
        } else if (!currency.equals(written.get())) {
            throw InputRejectedException.invalid(
                    "currency",
                    "is %s, but the prices of %s are in %s. No rates are applied."
                            .formatted(
                                    written.get(),
                                    expectedCurrency == null ? "the rows above" : "the brand",
                                    currency));
        }
    }

    private Optional<BigDecimal> micros(Map<?, ?> row, Role role) {
        return number(row, role).map(value -> value.movePointLeft(MICROS));
    }

    /** The number of a cell; empty for {@code --} and the like. */
    private Optional<BigDecimal> number(Map<?, ?> row, Role role) {
        return columns.cell(role, row)
                .flatMap(cell -> AmountParser.parse(cell, DecimalMark.UNKNOWN))
                .map(AmountParser.Amount::value);
    }

    private static InputRejectedException missing(String field, String message) {
        return new InputRejectedException(RejectionCode.MISSING_FIELD, field, message);
    }
}
