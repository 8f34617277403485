package io.rapport.ingest.domain.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what cannot be known from a file of engagements, so that its import would reject each row. */
public final class MappingQuestions {

    private MappingQuestions() {}

    /**
     * Returns the open questions of a file; none for a file whose columns are named as the fields of engagements.
     *
     * @param source the source that the request names; null for none
     */
    public static List<MappingQuestion> of(
            EngagementFileColumns columns, ColumnSample sample, @Nullable String source) {
        if (columns.isOwnForm()) {
            return List.of();
        }
        var questions = new ArrayList<MappingQuestion>();
        if (!columns.rivals().isEmpty()) {
            questions.add(new MappingQuestion(
                    "preset",
                    "The file fits several presets: send preset=%s."
                            .formatted(columns.rivals().stream()
                                    .map(EngagementPreset::name)
                                    .collect(Collectors.joining(" or preset=")))));
        }
        if (source == null && columns.preset().isEmpty() && !columns.hasValue("source")) {
            questions.add(new MappingQuestion("source", "Name the source of the file, such as source=newsletter."));
        }
        askForId(columns, questions);
        askForTime(columns, sample, questions);
        ask(columns, questions, "channel", "No column names the channel: send const=channel:x, or map=Column:channel.");
        ask(columns, questions, "kind", "No column names the kind: send const=kind:COMMENT, or map=Column:kind.");
        ask(
                columns,
                questions,
                "direction",
                "No column says who wrote: send const=direction:INBOUND if other people did, or map=Column:direction.");
        askForAccount(columns, questions);
        columns.preset().stream()
                .flatMap(preset -> preset.asks().stream())
                .filter(question -> !columns.hasOwnValue(question.field()))
                .forEach(questions::add);
        return List.copyOf(questions);
    }

    private static void ask(
            EngagementFileColumns columns, List<MappingQuestion> questions, String field, String message) {
        if (!columns.hasValue(field)) {
            questions.add(new MappingQuestion(field, message));
        }
    }

    private static void askForAccount(EngagementFileColumns columns, List<MappingQuestion> questions) {
        if (Stream.of("actor.id", "actor.name", "actor.url", "actor.phone").noneMatch(columns::hasValue)) {
            questions.add(new MappingQuestion(
                    "actor.name",
                    "No column names the other party: send map=Column:actor.id or map=Column:actor.name."));
        }
    }

    private static void askForId(EngagementFileColumns columns, List<MappingQuestion> questions) {
        if (!columns.hasValue("sourceId") && columns.mapping().ids().isEmpty()) {
            questions.add(
                    new MappingQuestion(
                            "sourceId",
                            "No column holds an id. Send map=Column:sourceId, or name the columns that make a row unique, such as id=Date&id=Author."));
        }
    }

    private static void askForTime(
            EngagementFileColumns columns, ColumnSample sample, List<MappingQuestion> questions) {
        ask(columns, questions, "occurredAt", "No column holds the time: send map=Column:occurredAt.");
        if (columns.mapping().dates() == null && sample.isDateOrderUnknown(columns.columnsOf("occurredAt"))) {
            questions.add(new MappingQuestion(
                    "dates", "The dates do not tell the order of day and month: send dates=DMY or dates=MDY."));
        }
    }
}
