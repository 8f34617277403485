package io.rapport.report.store.people;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static io.rapport.mongo.EmbeddedStoreWorkarounds.statePath;

import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import io.rapport.mongo.ParallelWriter;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.people.PeopleFilter;
import io.rapport.report.domain.people.PeopleOrder;
import io.rapport.report.domain.people.PeopleQuery;
import io.rapport.report.domain.people.PeopleQuery.PeoplePosition;
import io.rapport.report.domain.people.RelationshipRepository;
import io.rapport.report.domain.people.RorSide;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Current relationships in the collection {@code relationships}, one document each; earlier days in
 * {@link RelationshipHistoryCollection}.
 */
public final class MongoRelationshipRepository implements RelationshipRepository {

    /** A page has 200 ms, and a list is complete without its count. */
    private static final long COUNT_MILLIS = 80;

    private final RelationshipDocument mapper = new RelationshipDocument();
    private final BrandCollection current;
    private final RelationshipHistoryCollection history;
    private final ParallelWriter writer = new ParallelWriter();

    /** The repository of a database. */
    public MongoRelationshipRepository(MongoDatabase database) {
        this.current = new BrandCollection(database.getCollection("relationships"));
        this.history = new RelationshipHistoryCollection(database.getCollection("relationship_history"), writer);
    }

    /** Creates the indexes that are missing. */
    public void createIndexes() {
        for (var order : PeopleOrder.values()) {
            current.driver().createIndex(RelationshipDocument.listIndex(order));
            current.createIndex(
                    RelationshipDocument.clientIndex(order),
                    new IndexOptions().partialFilterExpression(RelationshipPageQueries.IS_CLIENT));
        }
        for (var side : RorSide.values()) {
            for (var window : BrandReport.WINDOWS) {
                // Partial, since most people were not active lately. The embedded store indexes all documents instead.
                var order = RelationshipPageQueries.order(new TopQuery(side, window, 1));
                current.createIndex(
                        RelationshipDocument.orderIndex(order),
                        new IndexOptions().partialFilterExpression(gt(order.field(), 0.0)));
            }
        }
        // Partial as well, since most people are owed nothing.
        current.createIndex(
                RelationshipDocument.orderIndex(RelationshipPageQueries.OWED_ORDER),
                new IndexOptions().partialFilterExpression(RelationshipPageQueries.IS_OWED));
        history.createIndexes();
    }

    @Override
    public void saveCurrent(Collection<RelationshipScoreChanged> states) {
        var writes = new BulkWrites();
        for (var state : states) {
            writes.replaceStateIfNewer(id(state.brandKey(), state.person()), state.sequence(), mapper.write(state));
        }
        writer.write(current.driver(), writes);
    }

    @Override
    public long deleteCurrent(BrandKey brand, Collection<UUID> people) {
        return current.delete(people.stream().map(person -> id(brand, person)).toList());
    }

    @Override
    public void saveHistory(Collection<RelationshipScoreChanged> changes) {
        history.save(changes);
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
    public List<RelationshipScoreChanged> list(BrandKey brand, AsOfDay asOf, PeopleQuery query) {
        if (!asOf.current()) {
            return history.list(brand, asOf, query);
        }
        return read(findPage(brand, query));
    }

    private FindIterable<Document> findPage(BrandKey brand, PeopleQuery query) {
        var people = current.driver()
                .find(RelationshipPageQueries.filter(brand, query))
                .sort(RelationshipPageQueries.order(query.sorting()).sort())
                .limit(query.limit());
        // Without it the planner tries every index of the brand, at length where few people pass the filter.
        return query.only() == null ? people.hint(index(query.sorting().by(), query.filter())) : people;
    }

    /** Within an index of the list. */
    @Override
    public Optional<List<PeoplePosition>> findPositions(BrandKey brand, AsOfDay asOf, PeopleQuery query) {
        if (!asOf.current()) {
            return Optional.empty();
        }
        var order = query.sorting().by();
        var position = include(statePath(RelationshipDocument.field(order)), statePath(RelationshipDocument.PERSON));
        return Optional.of(findPage(brand, query)
                .projection(fields(position, excludeId()))
                .map(found -> RelationshipDocument.readPosition(found, order))
                .into(new ArrayList<>()));
    }

    /** Counts within an index of the list, which has all fields of the filter; unknown if that takes too long. */
    @Override
    public OptionalLong count(BrandKey brand, AsOfDay asOf, PeopleFilter filter) {
        if (!asOf.current()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(current.driver()
                    .withTimeout(COUNT_MILLIS, TimeUnit.MILLISECONDS)
                    .countDocuments(
                            RelationshipPageQueries.filter(brand, filter),
                            new CountOptions().hint(index(PeopleOrder.STRENGTH, filter))));
        } catch (MongoOperationTimeoutException | MongoExecutionTimeoutException e) {
            return OptionalLong.empty();
        }
    }

    private static Bson index(PeopleOrder order, PeopleFilter filter) {
        return Boolean.TRUE.equals(filter.flags().client())
                ? RelationshipDocument.clientIndex(order)
                : RelationshipDocument.listIndex(order);
    }

    @Override
    public Optional<RelationshipScoreChanged> find(BrandKey brand, AsOfDay asOf, UUID person) {
        if (!asOf.current()) {
            return history.find(brand, asOf, person);
        }
        return current.find(id(brand, person)).map(mapper::read);
    }

    @Override
    public List<RelationshipScoreChanged> findAll(BrandKey brand, AsOfDay asOf, Collection<UUID> people) {
        if (!asOf.current()) {
            return people.stream()
                    .flatMap(person -> history.find(brand, asOf, person).stream())
                    .toList();
        }
        var found = new HashMap<UUID, RelationshipScoreChanged>();
        current.find(people.stream().map(person -> id(brand, person)).toList()).stream()
                .map(mapper::read)
                .forEach(state -> found.put(state.person(), state));
        return people.stream().filter(found::containsKey).map(found::get).toList();
    }

    @Override
    public List<RelationshipScoreChanged> findTop(BrandKey brand, AsOfDay asOf, TopQuery query) {
        if (!asOf.current()) {
            return history.findTop(brand, asOf, query);
        }
        var order = RelationshipPageQueries.order(query);
        return read(current.driver()
                .find(RelationshipPageQueries.filter(brand, query))
                .hint(RelationshipDocument.orderIndex(order))
                .sort(order.sort())
                .limit(query.limit()));
    }

    @Override
    public List<RelationshipScoreChanged> findOwed(BrandKey brand, AsOfDay asOf, OwedQuery query) {
        if (!asOf.current()) {
            return history.findOwed(brand, asOf, query);
        }
        return read(current.driver()
                .find(RelationshipPageQueries.filter(brand, query))
                .hint(RelationshipDocument.orderIndex(RelationshipPageQueries.OWED_ORDER))
                .sort(RelationshipPageQueries.OWED_ORDER.sort())
                .limit(query.limit()));
    }

    private List<RelationshipScoreChanged> read(Iterable<Document> found) {
        var states = new ArrayList<RelationshipScoreChanged>();
        found.forEach(each -> states.add(mapper.read(each)));
        return states;
    }

    private static String id(BrandKey brand, UUID person) {
        return brand.key(person.toString());
    }
}
