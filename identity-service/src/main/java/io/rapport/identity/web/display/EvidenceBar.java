package io.rapport.identity.web.display;

import io.rapport.contracts.identity.Evidence;
import io.rapport.identity.domain.store.MatchReview;
import io.rapport.web.pages.PageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One step of a waterfall: a bar from where the evidence before it led to where this one leads.
 *
 * @param what was compared
 * @param detail what was found
 * @param says how much likelier or unlikelier it makes it
 * @param soFar the probability after it
 * @param x where the bar begins, 0 to 100
 * @param width of the bar
 * @param even where as likely as not is on that scale
 * @param tone {@code for}, {@code against} or {@code start}
 */
public record EvidenceBar(
        String what, String detail, String says, String soFar, String x, String width, String even, String tone) {

    private static final String PRIOR = "PRIOR";
    private static final double NOTHING = 0.1;
    private static final int HUGE = 1000;
    private static final double NARROWEST = 0.8;

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry(PRIOR, "Before anything is compared"),
            Map.entry("HANDLE_NAME", "Handle and name"),
            Map.entry("HANDLE_PLACE", "Place in the handle"),
            Map.entry("HANDLE_BESIDE", "Word beside the name"),
            Map.entry("HANDLE_CHANNEL", "Accounts on the channel"),
            Map.entry("HANDLE", "Handles"),
            Map.entry("NAME_ORDER", "Order of the names"),
            Map.entry("BIRTH_DATE", "Date of birth"),
            Map.entry("EMAIL", "E-mail address"),
            Map.entry("EMAIL_HASH", "E-mail address"),
            Map.entry("ACCOUNT_ID", "Known by"),
            Map.entry("HUMAN", "Somebody's word"),
            Map.entry("PHONE", "Telephone number"),
            Map.entry("POSTCODE", "Postal code"),
            Map.entry("NAMED", "One account names the other"),
            Map.entry("LINK", "Web page"),
            Map.entry("LOCATION", "Where they say they are"),
            Map.entry("RIVALS", "Others it could be"),
            Map.entry("LIMIT", "What speaks against it"));

    /** The waterfall of a suggestion; what its probability was held back by comes last. */
    public static List<EvidenceBar> of(MatchReview review) {
        return of(review.evidence(), review.probability());
    }

    /** The waterfall of a decision, or of a handle. */
    public static List<EvidenceBar> of(List<Evidence> evidence, double probability) {
        var steps = new ArrayList<>(evidence);
        var missing = logit(probability)
                - steps.stream().mapToDouble(Evidence::weight).sum();
        if (Math.abs(missing) > NOTHING && !steps.isEmpty()) {
            steps.add(new Evidence("LIMIT", "so that it is never shown as sure", missing));
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

    /** Whether it is something that was found, not where all begin. */
    public boolean isFound() {
        return !tone.equals("start");
    }

    /** Log-odds on a width of 100. */
    private record Scale(double low, double span) {

        EvidenceBar bar(Evidence evidence, double from, double to) {
            var left = at(Math.min(from, to));
            var width = Math.max(NARROWEST, Math.abs(to - from) / span * 100);
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

    public static String label(String rule) {
        var words = rule.toLowerCase(Locale.ROOT).replace('_', ' ');
        return WORDS.getOrDefault(
                rule, words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }

    /** Nobody reads a hash. */
    public static String detail(Evidence evidence) {
        return switch (evidence.rule()) {
            case "EMAIL", "EMAIL_HASH", "PHONE" ->
                evidence.detail().startsWith("both ") ? "the same, or part of it" : "different";
            case PRIOR -> "of two picked at random";
            default -> PageText.line(evidence.detail());
        };
    }

    private static String says(Evidence evidence) {
        var weight = evidence.weight();
        if (evidence.rule().equals(PRIOR)) {
            return weight < 0
                    ? "one pair in " + count(Math.max(2, 1 / chance(weight)))
                    : "as likely as not, or likelier";
        }
        if (Math.abs(weight) < NOTHING) {
            return "makes no odds";
        }
        return times(Math.exp(Math.abs(weight))) + (weight < 0 ? " times unlikelier" : " times likelier");
    }

    private static String times(double factor) {
        if (factor >= HUGE) {
            return "over " + count(HUGE);
        }
        return factor < 10 ? String.format(Locale.ENGLISH, "%.1f", factor) : count(factor);
    }

    private static String count(double number) {
        return String.format(Locale.ENGLISH, "%,.0f", number);
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
