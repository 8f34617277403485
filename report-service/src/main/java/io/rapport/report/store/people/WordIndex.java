package io.rapport.report.store.people;

import static com.mongodb.client.model.Accumulators.addToSet;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;

import io.rapport.contracts.BrandKey;
import io.rapport.mongo.BrandCollection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.conversions.Bson;

/**
 * An index of the words in names.
 *
 * @param documents handles or profiles
 * @param index the fields of the index, which begin with the brand and the words
 * @param person the path of the key of a document's person, which is in the index too
 */
record WordIndex(BrandCollection documents, Bson index, String person) {

    private static final String PERSONS = "persons";
    private static final String COUNT = "count";

    /** Adds the persons with a word, in one document, which is faster than one for each; false if more than the maximum have it. */
    boolean addPersons(Set<UUID> found, BrandKey brand, String word, int max) {
        var answer = documents
                .driver()
                .aggregate(List.of(
                        match(NameQueries.ofWord(brand, word)),
                        limit(max + 1),
                        group(null, addToSet(PERSONS, "$" + person), sum(COUNT, 1L))))
                .hint(index)
                .first();
        if (answer == null) {
            return true;
        }
        answer.getList(PERSONS, String.class).forEach(key -> found.add(HandleDocument.person(key)));
        return answer.getLong(COUNT) <= max;
    }
}
