package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.brand.PriceList;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.contracts.score.ValueKind;
import io.rapport.contracts.score.ValueStream;
import io.rapport.contracts.score.ValueWindow;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;

/** Reference calculation of value: each purchase separately, in decimals, over a list of all engagements. */
final class ReferenceValueFigures {

    private static final Offset<Double> CENT = within(0.01);
    private static final Set<EngagementKind> NO_TOUCH =
            Set.of(EngagementKind.POST, EngagementKind.VISIT, EngagementKind.PURCHASE, EngagementKind.UNFOLLOW);

    private final Map<String, Double> amounts = new HashMap<>();
    private final Map<String, Long> counts = new HashMap<>();
    private final ReferenceScores batch;
    private final int window;

    private ReferenceValueFigures(ReferenceScores batch, int window) {
        this.batch = batch;
        this.window = window;
        batch.orders().values().forEach(orders -> {
            orders.settled.stream().filter(this::isInWindow).forEach(engagement -> add(engagement, orders.settled, 1));
            orders.refunds.stream().filter(this::isInWindow).forEach(refund -> add(refund, orders.settled, 0));
        });
        add("SERVICE_SAVED EUR", 4, new ReferenceServiceFigures(batch, window).answeredInPublic());
    }

    static BrandRegistered priced(BrandRegistered brand) {
        return BrandRegisteredBuilder.builder(brand)
                .answerTargetMinutes(600)
                .prices(new PriceList("EUR", Map.of("coffee", new BigDecimal("0.35")), new BigDecimal("4")))
                .build();
    }

    static EngagementValue worth(Random random, EngagementReceived e) {
        if (e.direction() == Direction.OUTBOUND) {
            var minutes = random.nextInt(4) == 0 ? random.nextInt(1, 60) : null;
            return new EngagementValue(null, null, minutes == null ? null : minutes / 2.0, null, null, null);
        }
        var currency = random.nextInt(3) == 0 ? "NOK" : "EUR";
        var amount = BigDecimal.valueOf(random.nextInt(1, 100_000), 2);
        var from = random.nextBoolean() ? "h1" : null;
        return switch (e.kind()) {
            case PURCHASE -> random.nextInt(3) == 0 ? purchase(random, amount, currency, from) : orderRow(random, from);
            case VISIT -> new EngagementValue(null, null, null, random.nextBoolean() ? "Coffee" : "tea", null, null);
            default -> null;
        };
    }

    private static EngagementValue purchase(Random random, BigDecimal amount, String currency, String from) {
        var paid = random.nextInt(5) == 0 ? null : random.nextInt(5) == 0 ? amount.negate() : amount;
        return new EngagementValue(paid, currency, null, null, null, from);
    }

    /** A line item or a refund of one of two orders of the handle. */
    private static EngagementValue orderRow(Random random, String from) {
        var order = random.nextInt(2);
        var amount = random.nextInt(8) == 0 ? null : BigDecimal.valueOf((random.nextInt(6) - 2) * 10L);
        return new EngagementValue(amount, order == 0 ? "NOK" : "EUR", null, null, "order-" + order, from);
    }

    static void assertValue(List<ValueWindow> windows, ReferenceScores batch) {
        assertThat(windows).extracting(ValueWindow::window).containsExactly(7, 30, 90);
        for (var window : windows) {
            var expected = new ReferenceValueFigures(batch, window.window());
            var found = new HashMap<String, Double>();
            for (var stream : window.streams()) {
                var name = stream.stream() + " " + stream.unit();
                found.put(name, stream.amount().doubleValue());
                assertThat(stream.count()).as(name).isEqualTo(expected.counts.get(name));
                stream.parts().stream()
                        .filter(part ->
                                part.count() != 0 || isAmount(part.amount().doubleValue()))
                        .forEach(part -> found.put(
                                name + " " + part.label(), part.amount().doubleValue()));
                assertAddsUp(stream);
            }
            expected.counts
                    .entrySet()
                    .removeIf(count -> count.getValue() == 0 && !isAmount(expected.amounts.get(count.getKey())));
            assertThat(found).containsOnlyKeys(expected.counts.keySet());
            found.forEach((name, amount) -> assertThat(amount).as(name).isCloseTo(expected.amounts.get(name), CENT));
        }
    }

    private static boolean isAmount(double amount) {
        return Math.abs(amount) >= 0.005;
    }

    private static void assertAddsUp(ValueStream stream) {
        if (!stream.parts().isEmpty() && stream.stream() != ValueKind.HOURS_INVESTED) {
            var sum = stream.parts().stream().map(part -> part.amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(stream.amount());
        }
    }

    private void add(EngagementReceived e, List<EngagementReceived> person, int count) {
        var value = e.value();
        if (e.direction() == Direction.INBOUND && e.kind() == EngagementKind.CITATION) {
            add("AUTHORITY citations", 1, 1);
            add("AUTHORITY citations " + e.channel(), 1, 1);
        }
        if (value == null) {
            return;
        }
        if (e.direction() == Direction.OUTBOUND && value.minutes() != null) {
            add("HOURS_INVESTED hours", value.minutes() / 60, 1);
            add("HOURS_INVESTED hours OUTBOUND " + e.kind(), value.minutes() / 60, 1);
        } else if (e.kind() == EngagementKind.PURCHASE && value.amount() != null) {
            var amount = value.amount().doubleValue();
            add("DIRECT_SALES " + value.currency(), amount, count);
            if (value.referredBy() != null) {
                add("REFERRAL " + value.currency(), amount, count);
            }
            assist(e, person, count);
        } else if (e.kind() == EngagementKind.VISIT
                && e.channel().equals("search")
                && value.keyword() != null
                && value.keyword().toLowerCase(Locale.ROOT).equals("coffee")) {
            add("SEARCH_COST_AVOIDED EUR", 0.35, 1);
            add("SEARCH_COST_AVOIDED EUR coffee", 0.35, 1);
        }
    }

    private void assist(EngagementReceived purchase, List<EngagementReceived> person, int count) {
        var weights = new HashMap<String, Double>();
        for (var touch : person) {
            var age = ChronoUnit.DAYS.between(touch.effectiveDay(), purchase.effectiveDay());
            if (age >= 0 && age < 90 && !NO_TOUCH.contains(touch.kind())) {
                weights.merge(touch.direction() + " " + touch.kind(), Math.pow(2, -age / 7.0), Double::sum);
            }
        }
        var all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        var name = "ASSISTED_SALES " + purchase.value().currency();
        var amount = purchase.value().amount().doubleValue();
        weights.forEach((label, weight) -> add(name + " " + label, amount * weight / all, count));
        add(name, weights.isEmpty() ? 0 : amount, weights.isEmpty() ? 0 : count);
    }

    private void add(String name, double amount, long count) {
        var times = name.startsWith("SERVICE_SAVED") ? count : 1;
        amounts.merge(name, amount * times, Double::sum);
        counts.merge(name, count, Long::sum);
    }

    private boolean isInWindow(EngagementReceived e) {
        return batch.isIn(window, e);
    }
}
