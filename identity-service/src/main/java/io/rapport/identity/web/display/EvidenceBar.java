package io.rapport.identity.web.display;

import static io.rapport.identity.web.display.IdentityMessages.text;

import io.rapport.contracts.identity.Evidence;
import io.rapport.identity.domain.store.MatchReview;
import io.rapport.web.pages.PageLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One bar of a waterfall chart: from the log-odds before a piece of evidence to the log-odds after it.
 *
 * @param what name of the rule
 * @param detail the compared values
 * @param says likelihood ratio in words
 * @param soFar probability after this evidence
 * @param x start of the bar, 0 to 100
 * @param width width of the bar
 * @param even position of probability 0.5 on the same scale
 * @param tone {@code for}, {@code against} or {@code start}
 */
public record EvidenceBar(
        String what, String detail, String says, String soFar, String x, String width, String even, String tone) {

    private static final String PRIOR = "PRIOR";
    private static final double NEGLIGIBLE = 0.1;
    private static final int MAX_FACTOR = 1000;
    private static final double MIN_WIDTH = 0.8;

    /** Returns the waterfall of a review; the cap on its probability comes last. */
    public static List<EvidenceBar> of(MatchReview review) {
        return of(review.evidence(), review.probability());
    }

    /** Returns the waterfall of a decision or a handle. */
    public static List<EvidenceBar> of(List<Evidence> evidence, double probability) {
        var steps = new ArrayList<>(evidence);
        var missing = logit(probability)
                - steps.stream().mapToDouble(Evidence::weight).sum();
        if (Math.abs(missing) > NEGLIGIBLE && !steps.isEmpty()) {
            steps.add(new Evidence("LIMIT", text("bar.limit"), missing));
        }
        var sums = new double[steps.size() + 1];
        var low = 0.0;
        var high = 0.0;
        for (var i = 0; i < steps.size(); i++) {
            sums[i + 1] = sums[i] + steps.get(i).weight();
            low = Math.min(low, sums[i + 1]);
            high = Math.max(high, sums[i + 1]);
        }
        var scale = new Scale(low, Math.max(high - low, 1));
        var bars = new ArrayList<EvidenceBar>();
        for (var i = 0; i < steps.size(); i++) {
            bars.add(scale.bar(steps.get(i), sums[i], sums[i + 1]));
        }
        return bars;
    }

    /** Whether this is evidence and not the prior. */
    public boolean isFound() {
        return !tone.equals("start");
    }

    /** A linear scale of log-odds over a width of 100. */
    private record Scale(double low, double span) {

        EvidenceBar bar(Evidence evidence, double from, double to) {
            var left = at(Math.min(from, to));
            var width = Math.max(MIN_WIDTH, Math.abs(to - from) / span * 100);
            return new EvidenceBar(
                    label(evidence.rule()),
                    detail(evidence),
                    says(evidence),
                    DisplayFormat.percent(chance(to)),
                    number(Math.min(left, 100 - width)),
                    number(width),
                    number(at(0)),
                    tone(evidence));
        }

        private double at(double sum) {
            return (sum - low) / span * 100;
        }
    }

    private static String tone(Evidence evidence) {
        if (evidence.rule().equals(PRIOR)) {
            return "start";
        }
        return evidence.weight() < 0 ? "against" : "for";
    }

    /** Returns the name of a rule in words. */
    public static String label(String rule) {
        var words = rule.toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (rule) {
            case "EMAIL", "EMAIL_HASH" -> text("rule.EMAIL");
            case "PHONE_HASH" -> text("rule.PHONE");
            case "REL_ME" -> text("rule.LINK");
            case PRIOR,
                    "HANDLE_NAME",
                    "HANDLE_PLACE",
                    "HANDLE_BESIDE",
                    "HANDLE_CHANNEL",
                    "HANDLE",
                    "NAME_ORDER",
                    "BIRTH_DATE",
                    "PHONE",
                    "POSTCODE",
                    "NAMED",
                    "LINK",
                    "LOCATION",
                    "RIVALS",
                    "LIMIT",
                    "ACCOUNT_ID",
                    "HUMAN" -> text("rule." + rule);
            case "NAME", "GIVEN_NAME", "FAMILY_NAME", "STREET", "CITY", "REGION", "COUNTRY", "ORGANISATION" ->
                text("rule." + rule);
            case "WEBFINGER", "CLIENT_LIST", "LIKENESS", "BLOCKED_CONTACT" -> text("rule." + rule);
            default -> words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        };
    }

    /** Returns the compared values; hashes are replaced by a description. */
    public static String detail(Evidence evidence) {
        return switch (evidence.rule()) {
            case "EMAIL_HASH", "PHONE_HASH" -> text("bar.same");
            case "EMAIL", "PHONE" -> evidence.detail().startsWith("both ") ? text("bar.same") : text("bar.different");
            case PRIOR -> text("bar.random");
            default -> EvidenceText.of(evidence.detail());
        };
    }

    private static String says(Evidence evidence) {
        var weight = evidence.weight();
        if (evidence.rule().equals(PRIOR)) {
            return weight < 0 ? text("bar.one-in", count(Math.max(2, 1 / chance(weight)))) : text("bar.likely");
        }
        if (Math.abs(weight) < NEGLIGIBLE) {
            return text("bar.no-odds");
        }
        return text(weight < 0 ? "bar.unlikelier" : "bar.likelier", times(Math.exp(Math.abs(weight))));
    }

    private static String times(double factor) {
        if (factor >= MAX_FACTOR) {
            return text("bar.over", count(MAX_FACTOR));
        }
        return factor < 10 ? String.format(PageLanguage.current().locale(), "%.1f", factor) : count(factor);
    }

    private static String count(double number) {
        return String.format(PageLanguage.current().locale(), "%,.0f", number);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static double chance(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private static double logit(double probability) {
        var bounded = Math.min(1 - 1e-12, Math.max(1e-12, probability));
        return Math.log(bounded / (1 - bounded));
    }
}
