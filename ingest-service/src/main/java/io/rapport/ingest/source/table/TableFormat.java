package io.rapport.ingest.source.table;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The expected format of a file.
 *
 * @param engagements whether its rows are engagements, and not a list that can be complete
 * @param maxRows the maximum number of rows
 * @param knownColumn whether a cell is the name of a column with a meaning, by which the header is found
 * @param headerLine the line of the header, from 1; 0 for a file without a header; null to find it
 * @param headerless names the columns when no header is found
 */
public record TableFormat(
        boolean engagements,
        int maxRows,
        Predicate<String> knownColumn,
        @Nullable Integer headerLine,
        HeaderlessNaming headerless) {

    /** A format whose files need a header. */
    public TableFormat(boolean engagements, int maxRows, Predicate<String> knownColumn, @Nullable Integer headerLine) {
        this(engagements, maxRows, knownColumn, headerLine, HeaderlessNaming.NONE);
    }
}
