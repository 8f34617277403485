package io.rapport.report.store.people;

import io.rapport.report.store.bson.VersionedUpserts;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static io.rapport.report.store.bson.VersionedUpserts.path;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.score.RelationshipScoreChanged;
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
 * Earlier states, one document per person and day of a change, good from that day until the day of the next change. Both
 * ends are known from one event, which names the day of the change before it: so events may come in any order, and no
 * document has to be looked for. An end may be there before its beginning, and a person may be withdrawn; such a document
 * has no brand and is never found.
 */
final class RelationshipHistoryCollection {

    private static final String FROM = "f";
    private static final String UNTIL = "u";
    private static final Document STILL_GOOD = new Document(UNTIL, Long.MAX_VALUE);

    private final RelationshipDocument document = new RelationshipDocument();
    private final MongoCollection<Document> history;

    RelationshipHistoryCollection(MongoDatabase database) {
        this.history = database.getCollection("relationship_history");
    }

    void createIndexes() {
        history.createIndex(Indexes.ascending(path(RelationshipDocument.BRAND), UNTIL, path(FROM)));
    }

    void save(BrandKey brand, Collection<RelationshipScoreChanged> changes) {
        var upserts = new VersionedUpserts();
        for (var change : changes) {
            var id = id(brand, change.person(), change.asOf());
            upserts.newer(id, change.sequence(), fields(change), STILL_GOOD);
            var previous = change.previous();
            if (previous != null && previous.asOf().isBefore(change.asOf())) {
                upserts.always(id(brand, change.person(), previous.asOf()), until(change.asOf()));
            }
        }
        upserts.writeTo(history);
    }

    List<RelationshipScoreChanged> list(BrandKey brand, AsOfDay moment, PeopleQuery query) {
        return read(history.find(and(PeoplePageQuery.filter(brand, query), on(moment)))
                .sort(PeoplePageQuery.sort(query.sorting()))
                .limit(query.limit()));
    }

    Optional<RelationshipScoreChanged> find(BrandKey brand, AsOfDay moment, UUID person) {
        var ofPerson = and(
                gt("_id", brand.key(person.toString()) + TopicKeys.SEPARATOR),
                lte("_id", id(brand, person, day(moment))),
                eq(path(RelationshipDocument.BRAND), brand.key()),
                on(moment));
        return Optional.ofNullable(
                        history.find(ofPerson).sort(descending("_id")).limit(1).first())
                .map(document::read);
    }

    List<RelationshipScoreChanged> findTop(BrandKey brand, AsOfDay moment, TopQuery query) {
        var field = path(RelationshipDocument.field(query.side(), query.window()));
        // What was judged a whole window earlier says nothing of this window any more.
        var recent = gt(path(FROM), day(moment).toEpochDay() - query.window());
        return read(history.find(
                        and(eq(path(RelationshipDocument.BRAND), brand.key()), on(moment), recent, gt(field, 0.0)))
                .sort(orderBy(descending(field), ascending(path(RelationshipDocument.PERSON))))
                .limit(query.limit()));
    }

    List<RelationshipScoreChanged> findOwed(BrandKey brand, AsOfDay moment, OwedQuery query) {
        return read(history.find(and(OwedPageQuery.filter(brand, query), on(moment)))
                .sort(OwedPageQuery.SORT)
                .limit(query.limit()));
    }

    long delete(BrandKey brand, UUID person) {
        return history.deleteMany(ofPerson(brand, person)).getDeletedCount();
    }

    void forEach(BrandKey brand, UUID person, Consumer<RelationshipScoreChanged> each) {
        history.find(and(ofPerson(brand, person), eq(path(RelationshipDocument.BRAND), brand.key())))
                .sort(ascending("_id"))
                .forEach(found -> each.accept(document.read(found)));
    }

    private static Bson ofPerson(BrandKey brand, UUID person) {
        var key = brand.key(person.toString());
        return and(gt("_id", key + TopicKeys.SEPARATOR), lt("_id", key + (char) (TopicKeys.SEPARATOR + 1)));
    }

    private Document fields(RelationshipScoreChanged change) {
        var fields = document.write(change).append(FROM, change.asOf().toEpochDay());
        return isWithdrawal(change) ? fields.append(RelationshipDocument.BRAND, null) : fields;
    }

    private List<RelationshipScoreChanged> read(Iterable<Document> found) {
        var states = new ArrayList<RelationshipScoreChanged>();
        found.forEach(each -> states.add(document.read(each)));
        return states;
    }

    /** A change that leaves nothing: the person was merged into another, or all that happened was taken back. */
    private static boolean isWithdrawal(RelationshipScoreChanged change) {
        return change.contributions().isEmpty() && !change.client();
    }

    private static Bson on(AsOfDay moment) {
        var day = day(moment).toEpochDay();
        return and(lte(path(FROM), day), gt(UNTIL, day));
    }

    private static LocalDate day(AsOfDay moment) {
        return Objects.requireNonNull(moment.day(), "An earlier moment has a day");
    }

    private static Document until(LocalDate day) {
        return new Document("$min", new Document(UNTIL, day.toEpochDay()));
    }

    private static String id(BrandKey brand, UUID person, LocalDate day) {
        return brand.key(person.toString(), day.toString());
    }
}
