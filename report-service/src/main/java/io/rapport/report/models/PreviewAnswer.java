package io.rapport.report.models;

import io.rapport.contracts.model.PreviewFigures;
import io.rapport.contracts.model.PreviewMover;
import io.rapport.contracts.model.PreviewStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A preview as the scoring service returns it.
 *
 * @param active the version that it is compared with
 * @param compared the number of people compared so far
 * @param before null until it is done
 * @param after null until it is done
 * @param movers those whose strength changes most; null until it is done
 */
record PreviewAnswer(
        String version,
        String active,
        LocalDate asOf,
        PreviewStatus status,
        long compared,
        long people,
        @Nullable PreviewFigures before,
        @Nullable PreviewFigures after,
        @Nullable List<PreviewMover> movers) {}
