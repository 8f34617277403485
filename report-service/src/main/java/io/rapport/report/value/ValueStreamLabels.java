package io.rapport.report.value;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.score.ValueKind;

/**
 * The name and the meaning of a value stream.
 *
 * @param counted the singular of what is counted
 */
public record ValueStreamLabels(String label, String meaning, String counted) {

    /** The name and the meaning of a stream. */
    public static ValueStreamLabels of(ValueKind stream) {
        return new ValueStreamLabels(
                text("value." + stream.name()), text("value." + stream.name() + ".meaning"), counted(stream));
    }

    private static String counted(ValueKind stream) {
        return switch (stream) {
            case DIRECT_SALES, ASSISTED_SALES, REFERRAL -> "purchase";
            case SEARCH_COST_AVOIDED -> "visit";
            case SERVICE_SAVED -> "answer";
            case AUTHORITY -> "citation";
            case HOURS_INVESTED, UNKNOWN -> "engagement";
        };
    }
}
