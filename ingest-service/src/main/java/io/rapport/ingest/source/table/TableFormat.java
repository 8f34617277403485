package io.rapport.ingest.source.table;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The expected format of a file.
 *
 * @param nested whether a column {@code a.b} is field b of object a; column names have to be unique then
 * @param maxRows the maximum number of rows
 * @param knownColumn whether a cell is the name of a column with a meaning, by which the header is found
 * @param headerLine the line of the header, from 1; 0 for a file without a header; null to find it
 * @param headerless names the columns when no header is found
 */
public record TableFormat(
        boolean nested,
        int maxRows,
        Predicate<String> knownColumn,
        @Nullable Integer headerLine,
        HeaderlessNaming headerless) {

    /** A format whose files need a header. */
    public TableFormat(boolean nested, int maxRows, Predicate<String> knownColumn, @Nullable Integer headerLine) {
        this(nested, maxRows, knownColumn, headerLine, HeaderlessNaming.NONE);
    }
}
