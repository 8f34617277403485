package io.rapport.report.domain.story;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.story.PersonStories;
import io.rapport.report.domain.decision.PersonDecisionRepository;
import java.time.LocalDate;
import java.util.List;

/** Stories about people, one state for each person. */
public interface StoryRepository extends PersonDecisionRepository<PersonStories> {

    /** The states of people with a story of one of these days, at most {@code limit}. */
    List<PersonStories> findInDays(BrandKey brand, LocalDate from, LocalDate to, int limit);
}
