package io.rapport.scoring.domain.value;

import io.rapport.contracts.brand.PriceList;
import io.rapport.contracts.score.ValueKind;
import io.rapport.contracts.score.ValuePart;
import io.rapport.contracts.score.ValueStream;
import io.rapport.contracts.score.ValueWindow;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.ledger.FigureWindows;
import io.rapport.scoring.domain.policy.EvidencePolicy;
import io.rapport.scoring.domain.service.AnswerStatistics;
import io.rapport.scoring.domain.service.ServiceLedger;
import io.rapport.scoring.domain.value.ValueLedger.Cell;
import io.rapport.scoring.domain.value.ValueLedger.Sum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Value streams of a brand, over the rolling windows. Streams overlap, so they are never added up. */
public final class ValueFigures {

    private static final int MAX_PARTS = 20;
    private static final Comparator<ValuePart> LARGEST_FIRST =
            Comparator.comparing(ValuePart::amount).reversed().thenComparing(ValuePart::label);

    private final Sources sources;
    private final int first;
    private final int asOf;
    private final List<ValueStream> streams = new ArrayList<>();

    private ValueFigures(Sources sources, int asOf, int days) {
        this.sources = sources;
        this.first = asOf - days + 1;
        this.asOf = asOf;
    }

    /**
     * Inputs of the figures.
     *
     * @param series daily series of the brand's ledger, for the hours invested
     * @param value value contributed by people
     * @param service conversations with their answers
     * @param prices the brand's price list; null if it has none
     */
    public record Sources(
            BrandLedger series,
            ValueLedger value,
            ServiceLedger service,
            @Nullable PriceList prices) {}

    /**
     * Computes the value over 7, 30 and 90 days up to and including {@code asOf}, shortest window first.
     *
     * @param asOf epoch day
     */
    public static List<ValueWindow> of(Sources sources, int asOf) {
        return of(sources, asOf, FigureWindows.ROLLING);
    }

    /** Computes the value over other windows. */
    public static List<ValueWindow> of(Sources sources, int asOf, FigureWindows windows) {
        var values = new ArrayList<ValueWindow>(windows.count());
        for (var w = 0; w < windows.count(); w++) {
            var days = windows.days(w);
            values.add(new ValueWindow(days, new ValueFigures(sources, asOf, days).streams(days)));
        }
        return List.copyOf(values);
    }

    /**
     * Adds the hours invested to windows that were computed without a series.
     *
     * @param asOf epoch day of the windows
     */
    public static List<ValueWindow> withHours(List<ValueWindow> windows, BrandLedger series, int asOf) {
        return windows.stream()
                .map(window -> {
                    var streams = new ArrayList<>(window.streams());
                    HoursInvested.overDays(series.seriesCells(), asOf - window.window() + 1, asOf)
                            .ifPresent(streams::add);
                    return new ValueWindow(window.window(), List.copyOf(streams));
                })
                .toList();
    }

    private List<ValueStream> streams(int days) {
        byStreamAndUnit().forEach((cell, labels) -> {
            switch (cell.stream()) {
                case SEARCH_COST_AVOIDED -> addSearch(labels);
                case AUTHORITY -> addCitations(labels);
                default -> addSales(cell, labels);
            }
        });
        addService(AnswerStatistics.overDays(sources.service, asOf, days).answeredInPublic());
        HoursInvested.overDays(sources.series.seriesCells(), first, asOf).ifPresent(streams::add);
        return List.copyOf(streams);
    }

    private Map<Cell, Map<String, Sum>> byStreamAndUnit() {
        var sums = new TreeMap<Cell, Map<String, Sum>>();
        sources.value.sums().subMap(Cell.first(first), Cell.first(asOf + 1)).forEach((cell, sum) -> {
            var whole = new Cell(0, cell.stream(), cell.unit(), "");
            sums.computeIfAbsent(whole, each -> new TreeMap<>()).merge(cell.label(), sum, Sum::plus);
        });
        return sums;
    }

    /** The empty label has the total count, and the total amount of streams without attribution. */
    private void addSales(Cell cell, Map<String, Sum> labels) {
        var parts = new ArrayList<ValuePart>();
        var count = labels.getOrDefault("", Sum.ZERO).count();
        long amount = 0;
        for (var label : labels.entrySet()) {
            var sum = label.getValue();
            amount += sum.amount();
            if (!label.getKey().isEmpty() && !sum.equals(Sum.ZERO)) {
                parts.add(new ValuePart(label.getKey(), money(sum.amount()), sum.count()));
            }
        }
        add(cell.stream(), cell.unit(), new Sum(amount, count), parts);
    }

    private void addSearch(Map<String, Sum> keywords) {
        var prices = sources.prices;
        if (prices == null) {
            return;
        }
        var parts = new ArrayList<ValuePart>();
        keywords.forEach((keyword, visits) -> {
            var price = prices.keywords().get(keyword);
            if (price != null && visits.count() != 0) {
                parts.add(new ValuePart(
                        keyword, plain(price.multiply(BigDecimal.valueOf(visits.count()))), visits.count()));
            }
        });
        if (!parts.isEmpty()) {
            var amount = parts.stream().map(ValuePart::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            var count = parts.stream().mapToLong(ValuePart::count).sum();
            streams.add(stream(ValueKind.SEARCH_COST_AVOIDED, prices.currency(), plain(amount), count, parts));
        }
    }

    private void addCitations(Map<String, Sum> channels) {
        var parts = new ArrayList<ValuePart>();
        channels.forEach((channel, sum) -> {
            if (sum.count() != 0) {
                parts.add(new ValuePart(channel, BigDecimal.valueOf(sum.count()), sum.count()));
            }
        });
        var count = parts.stream().mapToLong(ValuePart::count).sum();
        if (count != 0) {
            streams.add(stream(ValueKind.AUTHORITY, CitationExtractor.UNIT, BigDecimal.valueOf(count), count, parts));
        }
    }

    private void addService(long answeredInPublic) {
        var prices = sources.prices;
        if (prices != null && prices.answer() != null && answeredInPublic != 0) {
            var saved = plain(prices.answer().multiply(BigDecimal.valueOf(answeredInPublic)));
            streams.add(stream(ValueKind.SERVICE_SAVED, prices.currency(), saved, answeredInPublic, List.of()));
        }
    }

    private void add(ValueKind stream, String unit, Sum sum, List<ValuePart> parts) {
        if (!sum.equals(Sum.ZERO)) {
            streams.add(stream(stream, unit, money(sum.amount()), sum.count(), parts));
        }
    }

    /** A stream with its largest parts and its evidence. */
    static ValueStream stream(ValueKind kind, String unit, BigDecimal amount, long count, List<ValuePart> parts) {
        return new ValueStream(kind, unit, amount, count, largest(parts), EvidencePolicy.of(count));
    }

    private static List<ValuePart> largest(List<ValuePart> parts) {
        return parts.stream().sorted(LARGEST_FIRST).limit(MAX_PARTS).toList();
    }

    /** Strips trailing zeros, without an exponent. */
    static BigDecimal plain(BigDecimal amount) {
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static BigDecimal money(long tenThousandths) {
        return plain(BigDecimal.valueOf(tenThousandths, EngagementMoney.SCALE));
    }
}
