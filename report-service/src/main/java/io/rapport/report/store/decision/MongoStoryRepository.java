package io.rapport.report.store.decision;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.story.PersonStories;
import io.rapport.report.domain.story.StoryRepository;
import java.time.LocalDate;
import java.util.List;
import org.bson.conversions.Bson;

/** Stories about people and their outbox in the collection {@code stories}, one document per person. */
public final class MongoStoryRepository extends PersonDecisionCollection<PersonStories> implements StoryRepository {

    private static final String STORIES = "stories";
    private static final String DAY = "day";

    /** The repository of a database. */
    public MongoStoryRepository(MongoDatabase database) {
        super(
                database.getCollection("stories"),
                PersonStories.class,
                PersonStories::brandKey,
                PersonStories::person,
                PersonStories::version);
    }

    @Override
    public void createIndexes() {
        super.createIndexes();
        createBrandIndex(STORIES + "." + DAY);
    }

    @Override
    public List<PersonStories> findInDays(BrandKey brand, LocalDate from, LocalDate to, int limit) {
        return find(inDays(brand, from, to), limit);
    }

    /** The filter of {@link #findInDays}. */
    public static Bson inDays(BrandKey brand, LocalDate from, LocalDate to) {
        return ofBrand(brand, elemMatch(eventPath(STORIES), and(gte(DAY, from.toString()), lte(DAY, to.toString()))));
    }
}
