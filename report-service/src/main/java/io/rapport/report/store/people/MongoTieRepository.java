package io.rapport.report.store.people;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static io.rapport.mongo.EmbeddedStoreWorkarounds.statePath;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.tie.RelationshipTieChanged;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.tie.PersonTie;
import io.rapport.report.domain.tie.TieRepository;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Ties in the collection {@code ties}: two documents for each, one for the view of either person. */
public final class MongoTieRepository implements TieRepository {

    private static final Bson STRONGEST =
            orderBy(descending(statePath(TieDocument.RANK)), ascending(statePath(TieDocument.OTHER)));

    private static final Bson OWNER_INDEX = orderBy(ascending(statePath(TieDocument.OWNER)), STRONGEST);

    /** As {@link #STRONGEST}. */
    private static final Comparator<PersonTie> STRONGEST_FIRST = Comparator.comparingDouble(PersonTie::rank)
            .reversed()
            .thenComparing(tie -> tie.other().toString());

    private final BrandCollection ties;

    /** The repository of a database. */
    public MongoTieRepository(MongoDatabase database) {
        this.ties = new BrandCollection(database.getCollection("ties"));
    }

    /** Creates the indexes that are missing. */
    public void createIndexes() {
        ties.createIndex(OWNER_INDEX);
        ties.createIndex(
                orderBy(ascending(statePath(TieDocument.BRAND)), descending(statePath(TieDocument.REFERRED_ON))));
    }

    @Override
    public void saveNewer(Collection<RelationshipTieChanged> states) {
        var writes = new BulkWrites();
        for (var state : states) {
            var brand = state.brandKey();
            for (var tie : List.of(PersonTie.of(state, false), PersonTie.of(state, true))) {
                writes.replaceStateIfNewer(
                        id(brand, tie.person(), tie.other()), state.sequence(), TieDocument.write(brand, tie));
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
            pairs.add(new TiePair(person, TieDocument.read(found).other()));
        }
        delete(brand, pairs);
        return pairs.size();
    }

    @Override
    public List<PersonTie> findStrongest(
            BrandKey brand, AsOfDay asOf, UUID person, @Nullable TiePosition after, int limit) {
        var owner = ofOwner(brand, person);
        return asOf.earlierDay()
                .map(day -> findEarlier(owner, day, after, limit))
                .orElseGet(() -> find(after == null ? owner : and(owner, isAfter(after)), limit));
    }

    @Override
    public List<PersonTie> findStrongest(BrandKey brand, AsOfDay asOf, Collection<UUID> people, int limit) {
        var owners = in(
                statePath(TieDocument.OWNER),
                people.stream().map(person -> TieDocument.owner(brand, person)).toList());
        return asOf.earlierDay()
                .map(day -> findEarlier(owners, day, null, limit))
                .orElseGet(() -> find(owners, limit));
    }

    /** The index has the referrals by their latest day: later ones are read as well, up to the first of the days. */
    @Override
    public List<PersonTie> findReferrals(BrandKey brand, LocalDate from, LocalDate to, int limit) {
        var referred = and(
                eq(statePath(TieDocument.BRAND), brand.key()),
                gte(statePath(TieDocument.REFERRED_ON), from.toEpochDay()));
        var found = new ArrayList<PersonTie>();
        try (var cursor = ties.driver()
                .find(referred)
                .sort(descending(statePath(TieDocument.REFERRED_ON)))
                .cursor()) {
            while (cursor.hasNext() && found.size() < limit) {
                var document = cursor.next();
                if (TieDocument.isReferred(document, from, to)) {
                    TieDocument.read(document).upTo(to).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private List<PersonTie> find(Bson filter, int limit) {
        return ties.driver()
                .find(filter)
                .hint(OWNER_INDEX)
                .projection(exclude(statePath(TieDocument.DAYS)))
                .sort(STRONGEST)
                .limit(limit)
                .map(TieDocument::read)
                .into(new ArrayList<>());
    }

    /** The index has the order of the current day only. */
    private List<PersonTie> findEarlier(Bson owners, LocalDate day, @Nullable TiePosition after, int limit) {
        var found = new ArrayList<PersonTie>();
        ties.driver()
                .find(and(owners, lte(statePath(TieDocument.FIRST_DAY), day.toEpochDay())))
                .forEach(each -> TieDocument.read(each)
                        .upTo(day)
                        .filter(tie -> after == null || isAfter(tie, after))
                        .ifPresent(found::add));
        return found.stream().sorted(STRONGEST_FIRST).limit(limit).toList();
    }

    private static boolean isAfter(PersonTie tie, TiePosition position) {
        var order = Double.compare(position.rank(), tie.rank());
        return order > 0
                || order == 0
                        && tie.other().toString().compareTo(position.other().toString()) > 0;
    }

    private static Bson ofOwner(BrandKey brand, UUID person) {
        return eq(statePath(TieDocument.OWNER), TieDocument.owner(brand, person));
    }

    private static Bson isAfter(TiePosition position) {
        return or(
                lt(statePath(TieDocument.RANK), position.rank()),
                and(
                        eq(statePath(TieDocument.RANK), position.rank()),
                        gt(statePath(TieDocument.OTHER), position.other().toString())));
    }

    private static String id(BrandKey brand, UUID person, UUID other) {
        return brand.key(person.toString(), other.toString());
    }
}
