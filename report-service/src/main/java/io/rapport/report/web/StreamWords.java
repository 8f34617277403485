package io.rapport.report.web;

import io.rapport.contracts.score.ValueKind;

/**
 * What a value stream is called, and what it is.
 *
 * @param counted what its count counts, one of it
 */
record StreamWords(String label, String meaning, String counted) {

    static StreamWords of(ValueKind stream) {
        return switch (stream) {
            case DIRECT_SALES ->
                new StreamWords(
                        "Direct sales", "What people bought, at the amounts their purchases came with.", "purchase");
            case ASSISTED_SALES ->
                new StreamWords(
                        "Assisted sales",
                        "The same purchases seen from before: each amount is shared over what passed between the brand"
                                + " and the buyer in the 90 days before, the latest touches getting most.",
                        "purchase");
            case REFERRAL ->
                new StreamWords("Referred sales", "What was bought by people whom somebody else sent.", "purchase");
            case SEARCH_COST_AVOIDED ->
                new StreamWords(
                        "Search clicks not paid for",
                        "Cost avoided, not income: visits from search, at what a paid click on the same keyword costs.",
                        "visit");
            case SERVICE_SAVED ->
                new StreamWords(
                        "Service answered in public",
                        "Cost avoided, not income: answers others can read as well, at what one answer in private"
                                + " costs.",
                        "answer");
            case HOURS_INVESTED ->
                new StreamWords(
                        "Hours invested", "Time the brand spent with people: what all of this took.", "engagement");
            case UNKNOWN ->
                new StreamWords("Another stream", "Something this version does not know by name.", "engagement");
        };
    }
}
