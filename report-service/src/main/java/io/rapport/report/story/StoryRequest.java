package io.rapport.report.story;

import io.rapport.contracts.story.StoryKind;
import io.rapport.report.request.RequestParameters;
import io.rapport.web.problem.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A story to write down.
 *
 * @param kind {@code SUCCESS}, {@code OPPORTUNITY} or {@code INVITATION}
 * @param day the day it is about, yyyy-MM-dd
 * @param text at most 2 000 characters
 */
record StoryRequest(
        @Nullable String kind,
        @Nullable String day,
        @Nullable String text) {

    static final int MAX_TEXT = 2_000;

    StoryKind storyKind() {
        var parsed = RequestParameters.parseEnum(StoryKind.class, "kind", kind);
        if (parsed == null) {
            throw Problem.invalid("kind", "kind is one of SUCCESS, OPPORTUNITY, INVITATION.")
                    .asException();
        }
        return parsed;
    }

    LocalDate storyDay() {
        var parsed = RequestParameters.parseDay("day", day);
        if (parsed == null) {
            throw Problem.invalid("day", "day must be a day in the form yyyy-MM-dd.")
                    .asException();
        }
        return parsed;
    }

    String storyText() {
        var stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty() || stripped.length() > MAX_TEXT) {
            throw Problem.invalid("text", "text has 1 to " + MAX_TEXT + " characters.")
                    .asException();
        }
        return stripped;
    }
}
