package io.rapport.report.store.decision;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.story.PersonStories;
import io.rapport.report.domain.store.EventOutbox;
import io.rapport.report.domain.story.StoryRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;

/** Stories about people and their outbox in the collection {@code stories}, one document per person. */
public final class MongoStoryRepository implements StoryRepository, EventOutbox<PersonStories> {

    private static final String AGENCY = "agency";
    private static final String BRAND = "brand";
    private static final String STORIES = "stories";
    private static final String DAY = "day";

    private final VersionedEventCollection<PersonStories> stories;

    /** The repository of a database. */
    public MongoStoryRepository(MongoDatabase database) {
        this.stories = new VersionedEventCollection<>(
                database.getCollection("stories"),
                PersonStories.class,
                each -> id(each.brandKey(), each.person()),
                PersonStories::version);
    }

    /** Creates the indexes that are missing. */
    public void createIndexes() {
        stories.createIndexes();
        stories.createEventIndex(AGENCY, BRAND, STORIES + "." + DAY);
    }

    @Override
    public List<PersonStories> find(BrandKey brand, Collection<UUID> people) {
        return stories.findAll(people.stream().map(person -> id(brand, person)).toList());
    }

    @Override
    public List<PersonStories> findInDays(BrandKey brand, LocalDate from, LocalDate to, int limit) {
        return stories.find(inDays(brand, from, to), limit);
    }

    @Override
    public boolean saveNextVersion(PersonStories changed) {
        return stories.saveNextVersion(changed);
    }

    @Override
    public void saveNewer(Collection<PersonStories> published) {
        stories.saveNewer(published);
    }

    @Override
    public long delete(BrandKey brand, Collection<UUID> people) {
        return stories.delete(people.stream().map(person -> id(brand, person)).toList());
    }

    @Override
    public List<PersonStories> findPending() {
        return stories.findPending();
    }

    @Override
    public void markPublished(PersonStories changed) {
        stories.markPublished(changed);
    }

    /** The filter of {@link #findInDays}. */
    public static Bson inDays(BrandKey brand, LocalDate from, LocalDate to) {
        return and(
                eq(VersionedEventCollection.eventPath(AGENCY), brand.agency()),
                eq(VersionedEventCollection.eventPath(BRAND), brand.brand()),
                elemMatch(
                        VersionedEventCollection.eventPath(STORIES),
                        and(gte(DAY, from.toString()), lte(DAY, to.toString()))));
    }

    private static String id(BrandKey brand, UUID person) {
        return brand.key(person.toString());
    }
}
