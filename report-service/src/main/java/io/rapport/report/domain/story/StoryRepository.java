package io.rapport.report.domain.story;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.story.PersonStories;
import io.rapport.report.domain.decision.DecisionRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Stories about people, one state for each person. */
public interface StoryRepository extends DecisionRepository<PersonStories> {

    /** The states of these people; those without stories are left out. */
    List<PersonStories> find(BrandKey brand, Collection<UUID> people);

    /** The states of people with a story of one of these days, at most {@code limit}. */
    List<PersonStories> findInDays(BrandKey brand, LocalDate from, LocalDate to, int limit);

    /** Deletes the stories about these people; returns how many people had any. */
    long delete(BrandKey brand, Collection<UUID> people);
}
