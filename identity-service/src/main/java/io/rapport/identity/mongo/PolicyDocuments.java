package io.rapport.identity.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.identity.domain.PolicyStore;
import io.rapport.messaging.JsonSerde;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Policies, one document a brand. */
final class PolicyDocuments implements PolicyStore {

    private static final JsonSerde<PolicySet> STATE = new JsonSerde<>(PolicySet.class);

    private final MongoCollection<Document> policies;

    PolicyDocuments(MongoCollection<Document> policies) {
        this.policies = policies;
    }

    @Override
    public Optional<PolicySet> find(BrandKey brand) {
        return Optional.ofNullable(Reading.byId(policies, brand.key()).first()).map(PolicyDocuments::read);
    }

    @Override
    public boolean replace(PolicySet next) {
        var due = write(next).append("due", true);
        return next.version() == 1
                ? insert(due)
                : policies.replaceOne(only(next, next.version() - 1), due).getMatchedCount() == 1;
    }

    @Override
    public void published(PolicySet state) {
        policies.updateOne(only(state, state.version()), Updates.unset("due"));
    }

    @Override
    public List<PolicySet> due() {
        return Reading.everywhere(policies, eq("due", true))
                .map(PolicyDocuments::read)
                .into(new ArrayList<>());
    }

    @Override
    public void restore(Collection<PolicySet> states) {
        for (var state : states) {
            var there = find(state.brandKey());
            if (there.isEmpty()) {
                insert(write(state));
            } else if (there.get().version() < state.version()) {
                policies.replaceOne(only(state, there.get().version()), write(state));
            }
        }
    }

    private boolean insert(Document policy) {
        try {
            policies.insertOne(policy);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private static Document only(PolicySet state, long version) {
        return Written.only(state.brandKey().key(), "version", version);
    }

    private static Document write(PolicySet state) {
        return new Document("_id", state.brandKey().key())
                .append("version", state.version())
                .append("state", Written.json(STATE, state));
    }

    private static PolicySet read(Document document) {
        return Written.read(STATE, document, "state");
    }
}
