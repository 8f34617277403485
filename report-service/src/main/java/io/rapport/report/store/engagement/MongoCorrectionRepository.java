package io.rapport.report.store.engagement;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.report.domain.engagement.CorrectionRepository;
import io.rapport.report.store.decision.VersionedEventCollection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Corrections and their outbox in the collection {@code corrections}, one document per engagement. */
public final class MongoCorrectionRepository extends VersionedEventCollection<SentimentCorrected>
        implements CorrectionRepository {

    /** The repository of a database. */
    public MongoCorrectionRepository(MongoDatabase database) {
        super(
                database.getCollection("corrections"),
                SentimentCorrected.class,
                correction -> id(correction.brandKey(), correction.engagement()),
                SentimentCorrected::version);
    }

    @Override
    public Map<UUID, SentimentCorrected> findAll(BrandKey brand, Collection<UUID> engagements) {
        var found = new HashMap<UUID, SentimentCorrected>();
        findByIds(ids(brand, engagements)).forEach(each -> found.put(each.engagement(), each));
        return found;
    }

    @Override
    public boolean saveNextVersion(BrandKey brand, SentimentCorrected correction) {
        return saveNextVersion(correction);
    }

    @Override
    public long delete(BrandKey brand, Collection<UUID> engagements) {
        return deleteByIds(ids(brand, engagements));
    }

    private static String id(BrandKey brand, UUID engagement) {
        return brand.key(engagement.toString());
    }

    private static List<String> ids(BrandKey brand, Collection<UUID> engagements) {
        return engagements.stream().map(id -> id(brand, id)).toList();
    }
}
