package io.rapport.identity.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.Review;
import io.rapport.identity.domain.ReviewStore;
import io.rapport.messaging.JsonSerde;
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

/** Open suggestions, one document each. */
public final class ReviewDocuments implements ReviewStore {

    private static final JsonSerde<Review> REVIEW = new JsonSerde<>(Review.class);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> reviews;

    ReviewDocuments(MongoCollection<Document> reviews) {
        this.reviews = reviews;
    }

    void prepare() {
        reviews.createIndex(Indexes.compoundIndex(
                Indexes.ascending("brand"), Indexes.descending("rank"), Indexes.ascending("_id")));
        reviews.createIndex(Indexes.ascending("people"));
    }

    @Override
    public void put(Collection<Review> suggested) {
        var there = new HashMap<String, Date>();
        Reading.byIds(reviews, suggested.stream().map(ReviewDocuments::id).toList())
                .forEach(document -> there.put(document.getString("_id"), document.getDate("at")));
        Written.all(
                reviews,
                suggested.stream()
                        .filter(review -> isNews(review, there.get(id(review))))
                        .map(review -> new ReplaceOneModel<>(new Document("_id", id(review)), write(review), UPSERT))
                        .toList());
    }

    /** Of two who suggest the same at once either may stay: both say the same. */
    private static boolean isNews(Review review, @Nullable Date before) {
        return before == null || !review.at().isBefore(before.toInstant());
    }

    @Override
    public Optional<Review> find(BrandKey brand, UUID id) {
        return Optional.ofNullable(Reading.byId(reviews, id(brand, id)).first()).map(ReviewDocuments::read);
    }

    @Override
    public List<Review> page(BrandKey brand, @Nullable Place after, int limit) {
        var theirs = eq("brand", brand.key());
        var filter = after == null
                ? theirs
                : and(
                        theirs,
                        or(lt("rank", after.rank()), and(eq("rank", after.rank()), gt("_id", id(brand, after.id())))));
        return Reading.of(reviews, brand, filter)
                .sort(Sorts.orderBy(Sorts.descending("rank"), Sorts.ascending("_id")))
                .limit(limit)
                .map(ReviewDocuments::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<Review> before(BrandKey brand, Place place, int limit) {
        return Reading.of(
                        reviews,
                        brand,
                        and(
                                eq("brand", brand.key()),
                                or(
                                        gt("rank", place.rank()),
                                        and(eq("rank", place.rank()), lt("_id", id(brand, place.id()))))))
                .sort(Sorts.orderBy(Sorts.ascending("rank"), Sorts.descending("_id")))
                .limit(limit)
                .map(ReviewDocuments::read)
                .into(new ArrayList<>());
    }

    @Override
    public void remove(BrandKey brand, Collection<UUID> ids) {
        Reading.delete(reviews, ids.stream().map(id -> id(brand, id)).toList());
    }

    @Override
    public List<Review> removeAbout(BrandKey brand, Collection<UUID> people) {
        var ids = people.stream().map(UUID::toString).toList();
        var removed = Reading.of(reviews, brand, in("people", ids))
                .map(ReviewDocuments::read)
                .into(new ArrayList<>());
        remove(brand, removed.stream().map(Review::id).toList());
        return removed;
    }

    @Override
    public void removeOlder(BrandKey brand, Instant before) {
        Reading.delete(reviews, brand, lt("at", Date.from(before)));
    }

    private static String id(Review review) {
        return id(review.pair().brand(), review.id());
    }

    private static String id(BrandKey brand, UUID id) {
        return brand.key(id.toString());
    }

    private static Document write(Review review) {
        return new Document("_id", id(review))
                .append("brand", review.pair().brand().key())
                .append(
                        "people",
                        List.of(
                                review.pair().one().toString(),
                                review.pair().two().toString()))
                .append("rank", review.rank())
                .append("at", Date.from(review.at()))
                .append("review", Written.json(REVIEW, review));
    }

    private static Review read(Document document) {
        return Written.read(REVIEW, document, "review");
    }
}
