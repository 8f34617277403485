package io.rapport.report.store.engagement;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.sentiment.SentimentJudged;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BrandCollection.SequencedState;
import io.rapport.mongo.EmbeddedStoreWorkarounds;
import io.rapport.report.domain.engagement.JudgementRepository;
import io.rapport.report.domain.engagement.TextSentiment;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.bson.Document;

/** Judgements of analysers in the collection {@code judgements}, one document per engagement; they do not hold the handle. */
public final class MongoJudgementRepository implements JudgementRepository {

    private static final String POLARITY = "polarity";
    private static final String CONFIDENCE = "confidence";
    private static final String DECIDED_BY = "decidedBy";
    private static final String ANALYSER = "analyser";
    private static final String AT = "at";

    private final BrandCollection judgements;

    /** The repository of a database. */
    public MongoJudgementRepository(MongoDatabase database) {
        this.judgements = new BrandCollection(database.getCollection("judgements"));
    }

    @Override
    public void saveNewer(Collection<SentimentJudged> judged) {
        var latest = new LinkedHashMap<String, SequencedState>();
        for (var each : judged) {
            latest.merge(
                    each.brandKey().key(each.engagement().toString()),
                    write(each),
                    BinaryOperator.maxBy(Comparator.comparingLong(SequencedState::sequence)));
        }
        judgements.insertOrReplaceStates(latest);
    }

    @Override
    public Map<UUID, TextSentiment> findAll(BrandKey brand, Collection<UUID> engagements) {
        var found = new HashMap<UUID, TextSentiment>();
        judgements
                .find(ids(brand, engagements))
                .forEach(each ->
                        found.put(EngagementDocument.engagement(each), read(EmbeddedStoreWorkarounds.stateOf(each))));
        return found;
    }

    @Override
    public long delete(BrandKey brand, Collection<UUID> engagements) {
        return judgements.delete(ids(brand, engagements));
    }

    private static List<String> ids(BrandKey brand, Collection<UUID> engagements) {
        return engagements.stream().map(id -> brand.key(id.toString())).toList();
    }

    private static SequencedState write(SentimentJudged judged) {
        var at = judged.at().toEpochMilli();
        return new SequencedState(
                at,
                new Document(POLARITY, judged.polarity())
                        .append(CONFIDENCE, judged.confidence())
                        .append(DECIDED_BY, judged.decidedBy())
                        .append(ANALYSER, judged.analyser())
                        .append(AT, at));
    }

    private static TextSentiment read(Document state) {
        return TextSentiment.judged(
                state.getDouble(POLARITY),
                state.getDouble(CONFIDENCE),
                new TextSentiment.AnalyserDecision(
                        state.getList(DECIDED_BY, String.class),
                        state.getString(ANALYSER),
                        Instant.ofEpochMilli(state.getLong(AT))));
    }
}
