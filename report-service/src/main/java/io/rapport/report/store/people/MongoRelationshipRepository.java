package io.rapport.report.store.people;

import io.rapport.report.store.bson.VersionedUpserts;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static io.rapport.report.store.bson.VersionedUpserts.path;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.people.PeopleOrder;
import io.rapport.report.domain.people.PeopleQuery;
import io.rapport.report.domain.people.RelationshipRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;

/** Current relationships in one collection, one document each; earlier days in {@link RelationshipHistoryCollection}. */
public final class MongoRelationshipRepository implements RelationshipRepository {

    private final RelationshipDocument document = new RelationshipDocument();
    private final MongoCollection<Document> current;
    private final RelationshipHistoryCollection history;

    public MongoRelationshipRepository(MongoDatabase database) {
        this.current = database.getCollection("relationships");
        this.history = new RelationshipHistoryCollection(database);
    }

    public void createIndexes() {
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
                new IndexOptions().partialFilterExpression(OwedPageQuery.WAITING));
        history.createIndexes();
    }

    @Override
    public void saveCurrent(BrandKey brand, Collection<RelationshipScoreChanged> states) {
        var upserts = new VersionedUpserts();
        for (var state : states) {
            upserts.newer(id(brand, state.person()), state.sequence(), document.write(state));
        }
        upserts.writeTo(current);
    }

    @Override
    public long deleteCurrent(BrandKey brand, Collection<UUID> people) {
        return people.isEmpty()
                ? 0
                : current.deleteMany(in("_id", ids(brand, people))).getDeletedCount();
    }

    @Override
    public long deleteHistory(BrandKey brand, Collection<UUID> people) {
        return people.stream()
                .mapToLong(person -> history.delete(brand, person))
                .sum();
    }

    @Override
    public void forEachInHistory(BrandKey brand, UUID person, Consumer<RelationshipScoreChanged> each) {
        history.forEach(brand, person, each);
    }

    @Override
    public void saveHistory(BrandKey brand, Collection<RelationshipScoreChanged> changes) {
        history.save(brand, changes);
    }

    @Override
    public List<RelationshipScoreChanged> list(BrandKey brand, AsOfDay moment, PeopleQuery query) {
        if (!moment.current()) {
            return history.list(brand, moment, query);
        }
        return read(current.find(PeoplePageQuery.filter(brand, query))
                .sort(PeoplePageQuery.sort(query.sorting()))
                .limit(query.limit()));
    }

    @Override
    public Optional<RelationshipScoreChanged> find(BrandKey brand, AsOfDay moment, UUID person) {
        if (!moment.current()) {
            return history.find(brand, moment, person);
        }
        return Optional.ofNullable(current.find(eq(id(brand, person))).first()).map(document::read);
    }

    @Override
    public List<RelationshipScoreChanged> findTop(BrandKey brand, AsOfDay moment, TopQuery query) {
        if (!moment.current()) {
            return history.findTop(brand, moment, query);
        }
        var field = path(RelationshipDocument.field(query.side(), query.window()));
        return read(current.find(and(eq(path(RelationshipDocument.BRAND), brand.key()), gt(field, 0.0)))
                .sort(orderBy(descending(field), ascending(path(RelationshipDocument.PERSON))))
                .limit(query.limit()));
    }

    @Override
    public List<RelationshipScoreChanged> findOwed(BrandKey brand, AsOfDay moment, OwedQuery query) {
        if (!moment.current()) {
            return history.findOwed(brand, moment, query);
        }
        return read(current.find(OwedPageQuery.filter(brand, query))
                .sort(OwedPageQuery.SORT)
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
