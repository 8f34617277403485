package io.rapport.scoring.web.day;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.contracts.score.Contribution;
import io.rapport.contracts.score.SentimentSum;
import io.rapport.contracts.score.WindowSums;
import io.rapport.scoring.domain.day.PersonDay;
import io.rapport.scoring.domain.day.PersonDayDetails;
import java.util.List;

/** One person on one day, with the parts of the score. */
record PersonDayView(
        @JsonUnwrapped PersonDay day,
        List<WindowSums> windows,
        List<Contribution> contributions,
        SentimentSum sentiment) {

    static PersonDayView of(PersonDayDetails details) {
        return new PersonDayView(details.day(), details.windows(), details.contributions(), details.sentiment());
    }
}
