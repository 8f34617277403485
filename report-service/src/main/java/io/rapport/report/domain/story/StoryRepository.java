package io.rapport.report.domain.story;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.story.PersonStories;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Stories about people, one state for each person. A state and its entry in the outbox are one document. */
public interface StoryRepository {

    /** The states of these people; those without stories are left out. */
    List<PersonStories> find(BrandKey brand, Collection<UUID> people);

    /** The states of people with a story of one of these days, at most {@code limit}. */
    List<PersonStories> findInDays(BrandKey brand, LocalDate from, LocalDate to, int limit);

    /**
     * Compare-and-set: saves the next version as pending, if the version before it is the stored one.
     *
     * @return false if it is not; nothing is changed then
     */
    boolean saveNextVersion(PersonStories stories);

    /** Saves published states; of each person the highest version is kept. */
    void saveNewer(Collection<PersonStories> published);

    /** Deletes the stories about these people; returns how many people had any. */
    long delete(BrandKey brand, Collection<UUID> people);
}
