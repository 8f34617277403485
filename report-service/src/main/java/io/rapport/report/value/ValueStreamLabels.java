package io.rapport.report.value;

import io.rapport.contracts.score.ValueKind;

/**
 * The name and the meaning of a value stream.
 *
 * @param counted the singular of what is counted
 */
public record ValueStreamLabels(String label, String meaning, String counted) {

    /** The name and the meaning of a stream. */
    public static ValueStreamLabels of(ValueKind stream) {
        return switch (stream) {
            case DIRECT_SALES ->
                new ValueStreamLabels(
                        "Direct sales", "What people bought, at the amounts their purchases came with.", "purchase");
            case ASSISTED_SALES ->
                new ValueStreamLabels(
                        "Assisted sales",
                        "The same purchases seen from before: each amount is divided among the engagements between the"
                                + " brand and the buyer in the 90 days before, the latest touches getting most.",
                        "purchase");
            case REFERRAL ->
                new ValueStreamLabels(
                        "Referred sales", "What was bought by people who were referred by others.", "purchase");
            case SEARCH_COST_AVOIDED ->
                new ValueStreamLabels(
                        "Search clicks not paid for",
                        "Cost avoided, not income: visits from search, at what a paid click on the same keyword costs.",
                        "visit");
            case SERVICE_SAVED ->
                new ValueStreamLabels(
                        "Service answered in public",
                        "Cost avoided, not income: answers others can read as well, at what one answer in private"
                                + " costs.",
                        "answer");
            case HOURS_INVESTED ->
                new ValueStreamLabels(
                        "Hours invested", "Time the brand spent with people: what all of this took.", "engagement");
            case AUTHORITY ->
                new ValueStreamLabels(
                        "Authority",
                        "Citations of the brand and links to it by others: counted, because they have no price.",
                        "citation");
            case UNKNOWN ->
                new ValueStreamLabels("Another stream", "Something this version does not know by name.", "engagement");
        };
    }
}
