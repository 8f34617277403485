package io.rapport.identity.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.store.MatchReview;
import io.rapport.identity.domain.store.ReviewRepository;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Open suggestions in MongoDB, one document each. */
public final class MongoReviewRepository implements ReviewRepository {

    private static final JsonSerde<MatchReview> REVIEW = new JsonSerde<>(MatchReview.class);

    private final BrandCollection reviews;

    MongoReviewRepository(BrandCollection reviews) {
        this.reviews = reviews;
    }

    void prepare() {
        reviews.createIndex(Indexes.compoundIndex(
                Indexes.ascending("brand"), Indexes.descending("rank"), Indexes.ascending("_id")));
        reviews.createIndex("people");
    }

    @Override
    public void save(Collection<MatchReview> suggested) {
        var there = new HashMap<String, Date>();
        reviews.find(suggested.stream().map(MongoReviewRepository::id).toList())
                .forEach(document -> there.put(document.getString("_id"), document.getDate("at")));
        var writes = new BulkWrites();
        suggested.stream()
                .filter(review -> isNewer(review, there.get(id(review))))
                .forEach(review -> writes.replace(write(review)));
        reviews.write(writes);
    }

    /** Of two concurrent suggestions about the same people either may win: both are equal. */
    private static boolean isNewer(MatchReview review, @Nullable Date before) {
        return before == null || !review.at().isBefore(before.toInstant());
    }

    @Override
    public Optional<MatchReview> find(BrandKey brand, UUID id) {
        return reviews.find(id(brand, id)).map(MongoReviewRepository::read);
    }

    @Override
    public List<MatchReview> findPage(BrandKey brand, @Nullable ReviewPosition after, int limit) {
        var theirs = eq("brand", brand.key());
        var filter = after == null
                ? theirs
                : and(
                        theirs,
                        or(lt("rank", after.rank()), and(eq("rank", after.rank()), gt("_id", id(brand, after.id())))));
        return reviews.find(brand, filter)
                .sort(Sorts.orderBy(Sorts.descending("rank"), Sorts.ascending("_id")))
                .limit(limit)
                .map(MongoReviewRepository::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<MatchReview> findPageBefore(BrandKey brand, ReviewPosition place, int limit) {
        return reviews.find(
                        brand,
                        and(
                                eq("brand", brand.key()),
                                or(
                                        gt("rank", place.rank()),
                                        and(eq("rank", place.rank()), lt("_id", id(brand, place.id()))))))
                .sort(Sorts.orderBy(Sorts.ascending("rank"), Sorts.descending("_id")))
                .limit(limit)
                .map(MongoReviewRepository::read)
                .into(new ArrayList<>());
    }

    @Override
    public void delete(BrandKey brand, Collection<UUID> ids) {
        reviews.delete(ids.stream().map(id -> id(brand, id)).toList());
    }

    @Override
    public List<MatchReview> deleteByPeople(BrandKey brand, Collection<UUID> people) {
        var ids = people.stream().map(UUID::toString).toList();
        var removed = reviews.find(brand, in("people", ids))
                .map(MongoReviewRepository::read)
                .into(new ArrayList<>());
        delete(brand, removed.stream().map(MatchReview::id).toList());
        return removed;
    }

    @Override
    public void deleteOlder(BrandKey brand, Collection<UUID> ids, Instant before) {
        reviews.delete(ids.stream().map(id -> id(brand, id)).toList(), lt("at", Date.from(before)));
    }

    private static String id(MatchReview review) {
        return id(review.pair().brand(), review.id());
    }

    private static String id(BrandKey brand, UUID id) {
        return brand.key(id.toString());
    }

    private static Document write(MatchReview review) {
        return new Document("_id", id(review))
                .append("brand", review.pair().brand().key())
                .append(
                        "people",
                        List.of(
                                review.pair().one().toString(),
                                review.pair().two().toString()))
                .append("rank", review.rank())
                .append("at", Date.from(review.at()))
                .append("review", StateJson.write(REVIEW, review));
    }

    private static MatchReview read(Document document) {
        return StateJson.read(REVIEW, document, "review");
    }
}
