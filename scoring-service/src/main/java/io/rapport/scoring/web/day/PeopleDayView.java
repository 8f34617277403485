package io.rapport.scoring.web.day;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.scoring.domain.day.PersonDay;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the people of a brand on one day.
 *
 * @param people number of people with a relationship on the day
 * @param strengths number of them in each band of ten points of strength, lowest first
 * @param count number of people that match the filters, on all pages
 * @param next cursor of the next page; null on the last page
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PeopleDayView(
        LocalDate asOf,
        String modelVersion,
        long history,
        int window,
        long people,
        List<Long> strengths,
        long count,
        List<PersonDay> items,
        @Nullable String next) {}
