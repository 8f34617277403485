package io.rapport.identity.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.identity.domain.store.PolicyRepository;
import io.rapport.messaging.JsonSerde;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Policies, one document a brand. */
public final class MongoPolicyRepository implements PolicyRepository {

    private static final JsonSerde<PolicySet> STATE = new JsonSerde<>(PolicySet.class);

    private final MongoCollection<Document> policies;

    MongoPolicyRepository(MongoCollection<Document> policies) {
        this.policies = policies;
    }

    @Override
    public Optional<PolicySet> find(BrandKey brand) {
        return Optional.ofNullable(BrandScopedQueries.findById(policies, brand.key()).first()).map(MongoPolicyRepository::read);
    }

    @Override
    public boolean replace(PolicySet next) {
        var due = write(next).append("due", true);
        return next.version() == 1
                ? insert(due)
                : policies.replaceOne(only(next, next.version() - 1), due).getMatchedCount() == 1;
    }

    @Override
    public void markPublished(PolicySet state) {
        policies.updateOne(only(state, state.version()), Updates.unset("due"));
    }

    @Override
    public List<PolicySet> findUnpublished() {
        return BrandScopedQueries.findInAllBrands(policies, eq("due", true))
                .map(MongoPolicyRepository::read)
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
        return BulkWrites.matching(state.brandKey().key(), "version", version);
    }

    private static Document write(PolicySet state) {
        return new Document("_id", state.brandKey().key())
                .append("version", state.version())
                .append("state", BulkWrites.toJson(STATE, state));
    }

    private static PolicySet read(Document document) {
        return BulkWrites.fromJson(STATE, document, "state");
    }
}
