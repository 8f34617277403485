package io.rapport.report.models;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.report.page.PageFormat;
import io.rapport.web.pages.PageText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model in the list of models.
 *
 * @param origin who published it, as a sentence
 * @param activation who activated it and when; null without an activation by a user
 * @param progress of rescoring; null if it is done
 * @param differences from the active model, as a sentence; null for the active model
 */
record ModelRow(
        String version,
        String link,
        boolean active,
        String origin,
        @Nullable String activation,
        @Nullable String progress,
        @Nullable String differences) {

    static ModelRow of(ModelAnswer model, ModelAnswer active, String modelsPath, ZoneId zone) {
        return new ModelRow(
                model.version(),
                modelsPath + "/" + model.version(),
                model.active(),
                origin(model, zone),
                activation(model, zone),
                progress(model),
                model.active() ? null : differences(model, active));
    }

    private static String origin(ModelAnswer model, ZoneId zone) {
        return model.publishedBy() == null
                ? text("models.standard")
                : text("models.published", PageText.line(model.publishedBy()), day(model.publishedAt(), zone));
    }

    private static @Nullable String activation(ModelAnswer model, ZoneId zone) {
        if (model.activeSince() == null) {
            return null;
        }
        var by = PageText.line(String.valueOf(model.activatedBy()));
        var since = day(model.activeSince(), zone);
        return model.activationReason() == null
                ? text("models.activated", since, by)
                : text("models.activated-because", since, by, PageText.line(model.activationReason()));
    }

    private static @Nullable String progress(ModelAnswer model) {
        var rescoring = model.rescoring();
        return rescoring == null || rescoring.done()
                ? null
                : text(
                        "models.rescoring",
                        PageFormat.count(rescoring.rescored()),
                        PageFormat.count(rescoring.people()));
    }

    private static String differences(ModelAnswer model, ModelAnswer active) {
        var constants = ModelConstant.of(model, active).stream()
                .filter(each -> each.activeValue() != null)
                .map(each -> text("models.constant." + each.key()));
        var weights = KindWeightsRow.of(model, active).stream()
                .filter(KindWeightsRow::changed)
                .map(KindWeightsRow::kind);
        var all = Stream.concat(constants, weights).collect(Collectors.joining(", "));
        return all.isEmpty() ? text("models.no-difference") : text("models.differences", all);
    }

    private static String day(@Nullable Instant time, ZoneId zone) {
        return PageFormat.day(Optional.ofNullable(time)
                .map(at -> LocalDate.ofInstant(at, zone))
                .orElse(null));
    }
}
