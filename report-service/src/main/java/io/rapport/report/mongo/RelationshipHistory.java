package io.rapport.report.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Keys;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.report.domain.Moment;
import io.rapport.report.domain.PeopleQuery;
import io.rapport.report.domain.PeopleQuery.Place;
import io.rapport.report.domain.Relationships.TopQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Earlier states, one document per person and day of a change, good from that day until the day of the next change. Both
 * ends are known from one event, which names the day of the change before it: so events may come in any order, and no
 * document has to be looked for. An end may be there before its beginning; such a document has no brand yet and is never
 * found.
 */
final class RelationshipHistory {

    private static final String FROM = "f";
    private static final String UNTIL = "u";
    private static final long STILL = Long.MAX_VALUE;

    private final RelationshipDocument document = new RelationshipDocument();
    private final MongoCollection<Document> history;
    private final BiFunction<BrandKey, Collection<UUID>, Set<UUID>> stillHere;

    /** @param stillHere tells which of some people have a relationship now */
    RelationshipHistory(MongoDatabase database, BiFunction<BrandKey, Collection<UUID>, Set<UUID>> stillHere) {
        this.history = database.getCollection("relationship_history");
        this.stillHere = stillHere;
    }

    void createIndexes() {
        history.createIndex(Indexes.ascending(RelationshipDocument.BRAND, UNTIL, FROM));
    }

    void take(BrandKey brand, Collection<RelationshipScoreChanged> changes) {
        var upserts = new Upserts();
        for (var change : changes) {
            var fields = document.write(change).append(FROM, change.asOf().toEpochDay());
            upserts.newer(id(brand, change.person(), change.asOf()), change.sequence(), fields, stillGood());
            var previous = change.previous();
            if (previous != null && previous.asOf().isBefore(change.asOf())) {
                upserts.always(id(brand, change.person(), previous.asOf()), until(change.asOf()));
            }
        }
        upserts.writeTo(history);
    }

    List<RelationshipScoreChanged> list(BrandKey brand, Moment moment, PeopleQuery query) {
        var people = new ArrayList<RelationshipScoreChanged>();
        var next = query;
        for (var more = true; more && people.size() < query.limit(); ) {
            var stretch = documents(and(on(moment), PeopleStretch.filter(brand, next)), query);
            more = stretch.size() == query.limit();
            people.addAll(known(brand, stretch));
            next = more ? after(next, stretch.get(stretch.size() - 1)) : next;
        }
        return people.subList(0, Math.min(people.size(), query.limit()));
    }

    Optional<RelationshipScoreChanged> find(BrandKey brand, Moment moment, UUID person) {
        var ofPerson = and(
                gt("_id", brand.key(person.toString()) + Keys.SEPARATOR),
                lte("_id", id(brand, person, day(moment))),
                eq(RelationshipDocument.BRAND, brand.key()));
        var found = history.find(ofPerson).sort(descending("_id")).limit(1).into(new ArrayList<>());
        return known(brand, found).stream().findFirst();
    }

    List<RelationshipScoreChanged> top(BrandKey brand, Moment moment, TopQuery query) {
        var field = RelationshipDocument.field(query.side(), query.window());
        // What was judged a whole window earlier says nothing of this window any more.
        var recent = gt(FROM, day(moment).toEpochDay() - query.window());
        var found = history.find(and(eq(RelationshipDocument.BRAND, brand.key()), on(moment), recent, gt(field, 0.0)))
                .sort(orderBy(descending(field), ascending(RelationshipDocument.PERSON)))
                .limit(query.limit())
                .into(new ArrayList<>());
        return known(brand, found);
    }

    private List<Document> documents(Bson filter, PeopleQuery query) {
        return history.find(filter)
                .sort(PeopleStretch.sort(query.sorting()))
                .limit(query.limit())
                .into(new ArrayList<>());
    }

    /** What is good until now is so only for people who are still here: the others were withdrawn since. */
    private List<RelationshipScoreChanged> known(BrandKey brand, List<Document> found) {
        var open = found.stream()
                .filter(RelationshipHistory::isOpen)
                .map(RelationshipHistory::person)
                .toList();
        var here = open.isEmpty() ? Set.<UUID>of() : stillHere.apply(brand, open);
        return found.stream()
                .filter(each -> !isOpen(each) || here.contains(person(each)))
                .map(document::read)
                .toList();
    }

    private PeopleQuery after(PeopleQuery query, Document last) {
        var state = document.read(last);
        var place = new Place(query.sorting().by().of(state), state.person());
        return new PeopleQuery(query.sorting(), query.filter(), place, query.limit());
    }

    private static Bson on(Moment moment) {
        var day = day(moment).toEpochDay();
        return and(lte(FROM, day), gt(UNTIL, day));
    }

    private static LocalDate day(Moment moment) {
        return Objects.requireNonNull(moment.asOf(), "An earlier moment has a day");
    }

    private static Document stillGood() {
        return new Document(UNTIL, STILL);
    }

    private static Document until(LocalDate day) {
        return new Document("$min", new Document(UNTIL, day.toEpochDay()));
    }

    private static boolean isOpen(Document document) {
        return document.getLong(UNTIL) == STILL;
    }

    private static UUID person(Document document) {
        return UUID.fromString(document.getString(RelationshipDocument.PERSON));
    }

    private static String id(BrandKey brand, UUID person, LocalDate day) {
        return brand.key(person.toString(), day.toString());
    }
}
