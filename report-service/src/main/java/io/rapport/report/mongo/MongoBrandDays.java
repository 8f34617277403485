package io.rapport.report.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static io.rapport.report.mongo.Upserts.path;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.report.domain.BrandDays;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/** A brand's figures, one document per day. */
final class MongoBrandDays implements BrandDays {

    private static final String BRAND = "b";
    private static final String DAY = "d";
    private static final String STATE = "v";

    private final Packed<BrandScoreChanged> packed = new Packed<>(BrandScoreChanged.class);
    private final MongoCollection<Document> days;

    MongoBrandDays(MongoDatabase database) {
        this.days = database.getCollection("brand_days");
    }

    void createIndexes() {
        days.createIndex(Indexes.ascending(path(BRAND), path(DAY)));
    }

    @Override
    public void take(BrandKey brand, Collection<BrandScoreChanged> states) {
        var upserts = new Upserts();
        for (var state : states) {
            var fields = new Document(BRAND, brand.key())
                    .append(DAY, state.asOf().toEpochDay())
                    .append(STATE, packed.pack(state));
            upserts.newer(brand.key(state.asOf().toString()), state.sequence(), fields);
        }
        upserts.writeTo(days);
    }

    @Override
    public Optional<BrandScoreChanged> latest(BrandKey brand) {
        return newest(eq(path(BRAND), brand.key()));
    }

    @Override
    public Optional<BrandScoreChanged> by(BrandKey brand, LocalDate day) {
        return newest(and(eq(path(BRAND), brand.key()), lte(path(DAY), day.toEpochDay())));
    }

    @Override
    public Optional<LocalDate> first(BrandKey brand) {
        var first = days.find(eq(path(BRAND), brand.key()))
                .projection(include(path(DAY)))
                .sort(ascending(path(DAY)))
                .limit(1)
                .first();
        return Optional.ofNullable(first)
                .map(found -> LocalDate.ofEpochDay(Upserts.state(found).getLong(DAY)));
    }

    private Optional<BrandScoreChanged> newest(Bson filter) {
        var found = days.find(filter).sort(descending(path(DAY))).limit(1).first();
        return Optional.ofNullable(found)
                .map(each -> packed.unpack(Upserts.state(each).get(STATE, Binary.class)));
    }
}
