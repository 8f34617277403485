package io.rapport.identity.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Updates;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.identity.domain.store.PolicyRepository;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.mongo.BrandCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Matching policies in MongoDB, one document for each brand. */
public final class MongoPolicyRepository implements PolicyRepository {

    private static final JsonSerde<PolicySet> STATE = new JsonSerde<>(PolicySet.class);

    private final BrandCollection policies;

    MongoPolicyRepository(BrandCollection policies) {
        this.policies = policies;
    }

    @Override
    public Optional<PolicySet> find(BrandKey brand) {
        return policies.find(brand.key()).map(MongoPolicyRepository::read);
    }

    @Override
    public boolean replace(PolicySet next) {
        var due = write(next).append("due", true);
        return next.version() == 1 ? policies.insert(due) : policies.replaceIf("version", next.version() - 1, due);
    }

    @Override
    public void markPublished(PolicySet state) {
        policies.updateIf(state.brandKey().key(), "version", state.version(), Updates.unset("due"));
    }

    @Override
    public List<PolicySet> findUnpublished() {
        return policies.findInAllBrands(eq("due", true))
                .map(MongoPolicyRepository::read)
                .into(new ArrayList<>());
    }

    @Override
    public void restore(Collection<PolicySet> states) {
        for (var state : states) {
            var there = find(state.brandKey());
            if (there.isEmpty()) {
                policies.insert(write(state));
            } else if (there.get().version() < state.version()) {
                policies.replaceIf("version", there.get().version(), write(state));
            }
        }
    }

    private static Document write(PolicySet state) {
        return new Document("_id", state.brandKey().key())
                .append("version", state.version())
                .append("state", StateJson.write(STATE, state));
    }

    private static PolicySet read(Document document) {
        return StateJson.read(STATE, document, "state");
    }
}
