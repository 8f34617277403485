package io.rapport.scoring.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.model.PreviewComputed;
import io.rapport.contracts.model.PreviewFigures;
import io.rapport.contracts.model.PreviewMover;
import io.rapport.contracts.model.PreviewStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result or progress of a preview. {@link PreviewComputed} describes the fields. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreviewView(
        String version,
        String active,
        LocalDate asOf,
        PreviewStatus status,
        long compared,
        long people,
        @Nullable PreviewFigures before,
        @Nullable PreviewFigures after,
        @Nullable List<PreviewMover> movers) {

    static PreviewView of(PreviewComputed preview) {
        return new PreviewView(
                preview.version(),
                preview.active(),
                preview.asOf(),
                preview.status(),
                preview.compared(),
                preview.people(),
                preview.before(),
                preview.after(),
                preview.movers());
    }
}
