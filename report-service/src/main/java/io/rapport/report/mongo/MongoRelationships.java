package io.rapport.report.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static io.rapport.report.mongo.Upserts.path;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.report.domain.Moment;
import io.rapport.report.domain.PeopleOrder;
import io.rapport.report.domain.PeopleQuery;
import io.rapport.report.domain.Relationships;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;

/** Current relationships in one collection, one document each; earlier days in {@link RelationshipHistory}. */
public final class MongoRelationships implements Relationships {

    private final RelationshipDocument document = new RelationshipDocument();
    private final MongoCollection<Document> current;
    private final RelationshipHistory history;

    MongoRelationships(MongoDatabase database) {
        this.current = database.getCollection("relationships");
        this.history = new RelationshipHistory(database);
    }

    void createIndexes() {
        for (var order : PeopleOrder.values()) {
            current.createIndex(Indexes.ascending(
                    path(RelationshipDocument.BRAND),
                    path(RelationshipDocument.field(order)),
                    path(RelationshipDocument.PERSON)));
        }
        // Most people wait for nothing; where an engine knows partial indexes, they are not in it.
        current.createIndex(
                Indexes.ascending(
                        path(RelationshipDocument.BRAND),
                        path(RelationshipDocument.OWED_SINCE),
                        path(RelationshipDocument.PERSON)),
                new IndexOptions().partialFilterExpression(OwedStretch.WAITING));
        history.createIndexes();
    }

    @Override
    public void take(BrandKey brand, Collection<RelationshipScoreChanged> states) {
        var upserts = new Upserts();
        for (var state : states) {
            upserts.newer(id(brand, state.person()), state.sequence(), document.write(state));
        }
        upserts.writeTo(current);
    }

    @Override
    public long withdraw(BrandKey brand, Collection<UUID> people) {
        return people.isEmpty()
                ? 0
                : current.deleteMany(in("_id", ids(brand, people))).getDeletedCount();
    }

    @Override
    public long forgetHistory(BrandKey brand, Collection<UUID> people) {
        return people.stream()
                .mapToLong(person -> history.forget(brand, person))
                .sum();
    }

    @Override
    public void history(BrandKey brand, UUID person, Consumer<RelationshipScoreChanged> each) {
        history.each(brand, person, each);
    }

    @Override
    public void remember(BrandKey brand, Collection<RelationshipScoreChanged> changes) {
        history.take(brand, changes);
    }

    @Override
    public List<RelationshipScoreChanged> list(BrandKey brand, Moment moment, PeopleQuery query) {
        if (!moment.current()) {
            return history.list(brand, moment, query);
        }
        return read(current.find(PeopleStretch.filter(brand, query))
                .sort(PeopleStretch.sort(query.sorting()))
                .limit(query.limit()));
    }

    @Override
    public Optional<RelationshipScoreChanged> find(BrandKey brand, Moment moment, UUID person) {
        if (!moment.current()) {
            return history.find(brand, moment, person);
        }
        return Optional.ofNullable(current.find(eq(id(brand, person))).first()).map(document::read);
    }

    @Override
    public List<RelationshipScoreChanged> top(BrandKey brand, Moment moment, TopQuery query) {
        if (!moment.current()) {
            return history.top(brand, moment, query);
        }
        var field = path(RelationshipDocument.field(query.side(), query.window()));
        return read(current.find(and(eq(path(RelationshipDocument.BRAND), brand.key()), gt(field, 0.0)))
                .sort(orderBy(descending(field), ascending(path(RelationshipDocument.PERSON))))
                .limit(query.limit()));
    }

    @Override
    public List<RelationshipScoreChanged> owed(BrandKey brand, Moment moment, OwedQuery query) {
        if (!moment.current()) {
            return history.owed(brand, moment, query);
        }
        return read(current.find(OwedStretch.filter(brand, query))
                .sort(OwedStretch.SORT)
                .limit(query.limit()));
    }

    private List<RelationshipScoreChanged> read(Iterable<Document> found) {
        var states = new ArrayList<RelationshipScoreChanged>();
        found.forEach(each -> states.add(document.read(each)));
        return states;
    }

    private static String id(BrandKey brand, UUID person) {
        return brand.key(person.toString());
    }

    private static List<String> ids(BrandKey brand, Collection<UUID> people) {
        return people.stream().map(person -> id(brand, person)).toList();
    }
}
