package io.rapport.report.store.decision;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.suggestion.PersonSuggestions;
import io.rapport.report.domain.suggestion.SuggestionRepository;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.conversions.Bson;

/** Dismissed suggestions about people and their outbox in the collection {@code suggestions}, one document per person. */
public final class MongoSuggestionRepository extends PersonDecisionCollection<PersonSuggestions>
        implements SuggestionRepository {

    private static final String OPEN_UNTIL = "openUntil";

    /** The order of {@link #findOpen}. */
    public static final Bson LATEST = descending(eventPath(OPEN_UNTIL));

    /** The repository of a database. */
    public MongoSuggestionRepository(MongoDatabase database) {
        super(
                database.getCollection("suggestions"),
                PersonSuggestions.class,
                PersonSuggestions::brandKey,
                PersonSuggestions::person,
                PersonSuggestions::version);
    }

    @Override
    public void createIndexes() {
        super.createIndexes();
        createBrandIndex(OPEN_UNTIL);
    }

    @Override
    public List<PersonSuggestions> findOpen(BrandKey brand, Instant time, int limit) {
        return find(open(brand, time), LATEST, limit);
    }

    /** The filter of {@link #findOpen}: a state without an open dismissal has no such time. */
    public static Bson open(BrandKey brand, Instant time) {
        // A fraction sorts before the Z of a whole second, so that all times of the second are included.
        var second = time.truncatedTo(ChronoUnit.SECONDS).toString();
        return ofBrand(brand, gt(eventPath(OPEN_UNTIL), second.substring(0, second.length() - 1)));
    }
}
