package io.rapport.report.store.people;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static io.rapport.mongo.EmbeddedStoreWorkarounds.statePath;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.tie.RelationshipTieChanged;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import io.rapport.mongo.EmbeddedStoreWorkarounds;
import io.rapport.report.domain.tie.PersonTie;
import io.rapport.report.domain.tie.TieRepository;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Ties in the collection {@code ties}: two documents for each, one for the view of either person. */
public final class MongoTieRepository implements TieRepository {

    private static final String BRAND = "brand";
    private static final String OWNER = "owner";
    private static final String OTHER = "other";
    private static final String RANK = "rank";
    /** The last day of a tie in which the owner referred the other; missing in all others. */
    private static final String REFERRED_ON = "referredOn";

    private static final Bson STRONGEST = orderBy(descending(statePath(RANK)), ascending(statePath(OTHER)));

    private final BrandCollection ties;

    /** The repository of a database. */
    public MongoTieRepository(MongoDatabase database) {
        this.ties = new BrandCollection(database.getCollection("ties"));
    }

    /** Creates the indexes that are missing. */
    public void createIndexes() {
        ties.createIndex(orderBy(ascending(statePath(OWNER)), STRONGEST));
        ties.createIndex(orderBy(ascending(statePath(BRAND)), descending(statePath(REFERRED_ON))));
    }

    @Override
    public void saveNewer(BrandKey brand, Collection<RelationshipTieChanged> states) {
        var writes = new BulkWrites();
        for (var state : states) {
            for (var tie : List.of(PersonTie.of(state, false), PersonTie.of(state, true))) {
                writes.replaceStateIfNewer(id(brand, tie.person(), tie.other()), state.sequence(), write(brand, tie));
            }
        }
        ties.write(writes);
    }

    @Override
    public void delete(BrandKey brand, Collection<TiePair> pairs) {
        ties.delete(pairs.stream()
                .flatMap(pair -> Stream.of(id(brand, pair.one(), pair.other()), id(brand, pair.other(), pair.one())))
                .toList());
    }

    @Override
    public long delete(BrandKey brand, UUID person) {
        var pairs = new ArrayList<TiePair>();
        for (var found : ties.driver().find(ofOwner(brand, person))) {
            pairs.add(new TiePair(person, read(found).other()));
        }
        delete(brand, pairs);
        return pairs.size();
    }

    @Override
    public List<PersonTie> findStrongest(BrandKey brand, UUID person, @Nullable TiePosition after, int limit) {
        var owner = ofOwner(brand, person);
        return find(after == null ? owner : and(owner, isAfter(after)), STRONGEST, limit);
    }

    @Override
    public List<PersonTie> findStrongest(BrandKey brand, Collection<UUID> people, int limit) {
        var owners = people.stream().map(person -> owner(brand, person)).toList();
        return find(in(statePath(OWNER), owners), STRONGEST, limit);
    }

    @Override
    public List<PersonTie> findReferrals(BrandKey brand, int limit) {
        var referred = and(eq(statePath(BRAND), brand.key()), gt(statePath(REFERRED_ON), 0L));
        return find(referred, descending(statePath(REFERRED_ON)), limit);
    }

    private List<PersonTie> find(Bson filter, Bson order, int limit) {
        var found = new ArrayList<PersonTie>();
        ties.driver().find(filter).sort(order).limit(limit).forEach(each -> found.add(read(each)));
        return found;
    }

    private static Bson ofOwner(BrandKey brand, UUID person) {
        return eq(statePath(OWNER), owner(brand, person));
    }

    private static Bson isAfter(TiePosition position) {
        return or(
                lt(statePath(RANK), position.rank()),
                and(
                        eq(statePath(RANK), position.rank()),
                        gt(statePath(OTHER), position.other().toString())));
    }

    private static Document write(BrandKey brand, PersonTie tie) {
        var document = new Document(BRAND, brand.key())
                .append(OWNER, owner(brand, tie.person()))
                .append("person", tie.person().toString())
                .append(OTHER, tie.other().toString())
                .append(RANK, tie.rank())
                .append("weight", tie.weight())
                .append("firstDay", tie.firstDay().toEpochDay())
                .append("lastDay", tie.lastDay().toEpochDay())
                .append("messages", tie.messages())
                .append("events", tie.events())
                .append("referrals", tie.referrals())
                .append("referredBy", tie.referredBy());
        return tie.referrals() == 0
                ? document
                : document.append(REFERRED_ON, tie.lastDay().toEpochDay());
    }

    private static PersonTie read(Document found) {
        var state = EmbeddedStoreWorkarounds.stateOf(found);
        return new PersonTie(
                UUID.fromString(state.getString("person")),
                UUID.fromString(state.getString(OTHER)),
                LocalDate.ofEpochDay(state.getLong("firstDay")),
                LocalDate.ofEpochDay(state.getLong("lastDay")),
                state.getDouble("weight"),
                state.getLong("messages"),
                state.getLong("events"),
                state.getLong("referrals"),
                state.getLong("referredBy"));
    }

    private static String owner(BrandKey brand, UUID person) {
        return brand.key(person.toString());
    }

    private static String id(BrandKey brand, UUID person, UUID other) {
        return brand.key(person.toString(), other.toString());
    }
}
