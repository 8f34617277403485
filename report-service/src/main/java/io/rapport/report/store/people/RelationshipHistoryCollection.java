package io.rapport.report.store.people;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static io.rapport.mongo.EmbeddedStoreWorkarounds.statePath;

import com.mongodb.client.MongoCollection;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.mongo.BulkWrites;
import io.rapport.mongo.ParallelWriter;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.people.PeopleQuery;
import io.rapport.report.domain.people.RelationshipRepository.OwedQuery;
import io.rapport.report.domain.people.RelationshipRepository.TopQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Earlier states of relationships, one document per person and day of a change, valid from that day until the day of the
 * next change. Each event names the day of the previous change, so that one event sets its own beginning and the end of the
 * previous document: events may arrive in any order, and nothing has to be read first. A document whose end arrived before
 * its beginning, or whose person was withdrawn, has no brand and is never found.
 */
final class RelationshipHistoryCollection {

    private static final String FROM_DAY = "fromDay";
    private static final String UNTIL_DAY = "untilDay";
    private static final Bson BY_ID = ascending("_id");
    private static final Document OPEN_END = new Document(UNTIL_DAY, Long.MAX_VALUE);

    private final RelationshipDocument mapper = new RelationshipDocument();
    private final MongoCollection<Document> collection;
    private final ParallelWriter writer;

    RelationshipHistoryCollection(MongoCollection<Document> collection, ParallelWriter writer) {
        this.collection = collection;
        this.writer = writer;
    }

    void createIndexes() {
        collection.createIndex(ascending(statePath(RelationshipDocument.BRAND), UNTIL_DAY, statePath(FROM_DAY)));
    }

    void save(Collection<RelationshipScoreChanged> changes) {
        var writes = new BulkWrites();
        for (var change : changes) {
            var brand = change.brandKey();
            var id = id(brand, change.person(), change.asOf());
            writes.replaceStateIfNewer(id, change.sequence(), write(change), OPEN_END);
            var previous = change.previous();
            if (previous != null && previous.asOf().isBefore(change.asOf())) {
                writes.upsert(id(brand, change.person(), previous.asOf()), endOn(change.asOf()));
            }
        }
        writer.write(collection, writes);
    }

    List<RelationshipScoreChanged> list(BrandKey brand, AsOfDay asOf, PeopleQuery query) {
        return read(collection
                .find(and(RelationshipPageQueries.filter(brand, query), isValidOn(asOf)))
                .sort(RelationshipPageQueries.order(query.sorting()).sort())
                .limit(query.limit()));
    }

    Optional<RelationshipScoreChanged> find(BrandKey brand, AsOfDay asOf, UUID person) {
        var filter = and(
                gt("_id", brand.key(person.toString()) + TopicKeys.SEPARATOR),
                lte("_id", id(brand, person, day(asOf))),
                RelationshipPageQueries.ofBrand(brand),
                isValidOn(asOf));
        return Optional.ofNullable(collection
                        .find(filter)
                        .hint(BY_ID)
                        .sort(descending("_id"))
                        .limit(1)
                        .first())
                .map(mapper::read);
    }

    List<RelationshipScoreChanged> findTop(BrandKey brand, AsOfDay asOf, TopQuery query) {
        var order = RelationshipPageQueries.order(query);
        // A state that is older than the window has no sums of this window any more.
        var isRecent = gt(statePath(FROM_DAY), day(asOf).toEpochDay() - query.window());
        return read(collection
                .find(and(RelationshipPageQueries.filter(brand, query), isValidOn(asOf), isRecent))
                .sort(order.sort())
                .limit(query.limit()));
    }

    List<RelationshipScoreChanged> findOwed(BrandKey brand, AsOfDay asOf, OwedQuery query) {
        return read(collection
                .find(and(RelationshipPageQueries.filter(brand, query), isValidOn(asOf)))
                .sort(RelationshipPageQueries.OWED_ORDER.sort())
                .limit(query.limit()));
    }

    long delete(BrandKey brand, UUID person) {
        return collection.deleteMany(ofPerson(brand, person)).getDeletedCount();
    }

    void forEach(BrandKey brand, UUID person, Consumer<RelationshipScoreChanged> action) {
        collection
                .find(and(ofPerson(brand, person), RelationshipPageQueries.ofBrand(brand)))
                .hint(BY_ID)
                .sort(ascending("_id"))
                .forEach(found -> action.accept(mapper.read(found)));
    }

    private static Bson ofPerson(BrandKey brand, UUID person) {
        var key = brand.key(person.toString());
        return and(gt("_id", key + TopicKeys.SEPARATOR), lt("_id", key + (char) (TopicKeys.SEPARATOR + 1)));
    }

    private Document write(RelationshipScoreChanged change) {
        var document = mapper.write(change).append(FROM_DAY, change.asOf().toEpochDay());
        return isWithdrawal(change) ? document.append(RelationshipDocument.BRAND, null) : document;
    }

    private List<RelationshipScoreChanged> read(Iterable<Document> found) {
        var states = new ArrayList<RelationshipScoreChanged>();
        found.forEach(each -> states.add(mapper.read(each)));
        return states;
    }

    /** Whether nothing is left: the person was merged into another, or all engagements were withdrawn. */
    private static boolean isWithdrawal(RelationshipScoreChanged change) {
        return change.contributions().isEmpty() && !change.client();
    }

    private static Bson isValidOn(AsOfDay asOf) {
        var day = day(asOf).toEpochDay();
        return and(lte(statePath(FROM_DAY), day), gt(UNTIL_DAY, day));
    }

    private static LocalDate day(AsOfDay asOf) {
        return Objects.requireNonNull(asOf.day(), "An earlier day is a date");
    }

    private static Document endOn(LocalDate day) {
        return new Document("$min", new Document(UNTIL_DAY, day.toEpochDay()));
    }

    private static String id(BrandKey brand, UUID person, LocalDate day) {
        return brand.key(person.toString(), day.toString());
    }
}
