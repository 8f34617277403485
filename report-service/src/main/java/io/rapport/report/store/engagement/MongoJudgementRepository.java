package io.rapport.report.store.engagement;

import io.rapport.report.store.bson.VersionedUpserts;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.sentiment.SentimentJudged;
import io.rapport.report.domain.engagement.JudgementRepository;
import io.rapport.report.domain.engagement.TextSentiment;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/** Judgements, one document per engagement. They do not say whose words were judged. */
public final class MongoJudgementRepository implements JudgementRepository {

    private static final String POLARITY = "p";
    private static final String CONFIDENCE = "c";
    private static final String DECIDED_BY = "d";
    private static final String ANALYSER = "a";

    private final MongoCollection<Document> judgements;

    public MongoJudgementRepository(MongoDatabase database) {
        this.judgements = database.getCollection("judgements");
    }

    @Override
    public void saveNewer(BrandKey brand, Collection<SentimentJudged> judged) {
        var upserts = new VersionedUpserts();
        for (var each : judged) {
            var fields = new Document(POLARITY, each.polarity())
                    .append(CONFIDENCE, each.confidence())
                    .append(DECIDED_BY, each.decidedBy())
                    .append(ANALYSER, each.analyser());
            upserts.newer(brand.key(each.engagement().toString()), each.at().toEpochMilli(), fields);
        }
        upserts.writeTo(judgements);
    }

    @Override
    public Map<UUID, TextSentiment> findAll(BrandKey brand, Collection<UUID> engagements) {
        var ids = engagements.stream().map(id -> brand.key(id.toString())).toList();
        var found = new HashMap<UUID, TextSentiment>();
        judgements
                .find(in("_id", ids))
                .limit(Math.max(1, ids.size()))
                .forEach(each -> found.put(
                        UUID.fromString(TopicKeys.split(each.getString("_id")).get(2)), read(VersionedUpserts.state(each))));
        return found;
    }

    @Override
    public long delete(BrandKey brand, Collection<UUID> engagements) {
        var ids = engagements.stream().map(id -> brand.key(id.toString())).toList();
        return judgements.deleteMany(in("_id", ids)).getDeletedCount();
    }

    private static TextSentiment read(Document state) {
        return TextSentiment.judged(
                state.getDouble(POLARITY),
                state.getDouble(CONFIDENCE),
                new TextSentiment.AnalyserDecision(
                        state.getList(DECIDED_BY, String.class),
                        state.getString(ANALYSER),
                        Instant.ofEpochMilli(state.getLong(VersionedUpserts.SEQUENCE))));
    }
}
