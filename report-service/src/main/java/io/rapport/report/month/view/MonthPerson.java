package io.rapport.report.month.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person in a list of the month.
 *
 * @param reason why the person is in the list, as a sentence
 * @param since the day the reason is about; null without one
 * @param words what the person wrote; null where the list is not about words
 * @param link path of the page with the evidence
 */
public record MonthPerson(
        UUID person,
        String name,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate since,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String words,
        String link) {}
