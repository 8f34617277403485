package io.rapport.report.models;

import io.rapport.contracts.model.DimensionValues;
import io.rapport.contracts.score.Stage;
import io.rapport.report.page.PageFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A constant of a model.
 *
 * @param key of its name and its meaning in the texts
 * @param activeValue that of the active model; null if it is the same
 */
record ModelConstant(String key, String value, @Nullable String activeValue) {

    /** All constants of a model but the weights of kinds. */
    static List<ModelConstant> of(ModelAnswer model, ModelAnswer active) {
        return Stream.of(
                        Stream.of(
                                number("cap", ModelAnswer::cap, model, active),
                                number("halfLife", ModelAnswer::halfLife, model, active)),
                        dimensions("saturation", ModelAnswer::saturation, model, active),
                        dimensions("share", ModelAnswer::share, model, active),
                        Stream.of(
                                number(
                                        "sentiment.positive",
                                        each -> each.sentiment().positive(),
                                        model,
                                        active),
                                number(
                                        "sentiment.negative",
                                        each -> each.sentiment().negative(),
                                        model,
                                        active),
                                number("stages.knows", each -> each.stages().knows(), model, active),
                                number("stages.likes", each -> each.stages().likes(), model, active),
                                number("stages.trusts", each -> each.stages().trusts(), model, active),
                                number("stages.advocates", each -> each.stages().advocates(), model, active),
                                number(
                                        "stages.vouchingDays",
                                        each -> each.stages().vouchingDays(),
                                        model,
                                        active),
                                number("warmthHalfLife", ModelAnswer::warmthHalfLife, model, active),
                                of("captiveStage", ModelConstant::captiveStage, model, active)))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<ModelConstant> dimensions(
            String key, Function<ModelAnswer, DimensionValues> values, ModelAnswer model, ModelAnswer active) {
        return Stream.of(
                number(key + ".know", each -> values.apply(each).know(), model, active),
                number(key + ".like", each -> values.apply(each).like(), model, active),
                number(key + ".trust", each -> values.apply(each).trust(), model, active));
    }

    private static ModelConstant number(
            String key, Function<ModelAnswer, Number> value, ModelAnswer model, ModelAnswer active) {
        return of(key, each -> PageFormat.plain(value.apply(each).doubleValue()), model, active);
    }

    private static ModelConstant of(
            String key, Function<ModelAnswer, String> value, ModelAnswer model, ModelAnswer active) {
        var own = value.apply(model);
        var other = value.apply(active);
        return new ModelConstant(key, own, own.equals(other) ? null : other);
    }

    private static String captiveStage(ModelAnswer model) {
        return PageFormat.label(Objects.requireNonNullElse(model.captiveStage(), Stage.STRANGER));
    }
}
