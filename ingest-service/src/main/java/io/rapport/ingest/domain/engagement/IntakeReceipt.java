package io.rapport.ingest.domain.engagement;

import io.rapport.ingest.domain.input.RowRejection;
import io.rapport.ingest.domain.input.RowWarning;
import java.util.List;

/**
 * The result of an intake request. The broker has acknowledged every row that it counts.
 *
 * @param accepted the number of published rows
 * @param duplicates the number of rows equal to an earlier row of the same request
 * @param rejectedRows the number of rejected rows
 * @param rejected the first 100 000 rejected rows, in order
 * @param warnings the details that were left out of accepted rows, in order; the first 1000
 */
public record IntakeReceipt(
        int accepted, int duplicates, int rejectedRows, List<RowRejection> rejected, List<RowWarning> warnings) {}
