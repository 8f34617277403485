package io.rapport.report.store.decision;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandGoalsSet;
import io.rapport.report.domain.goal.GoalRepository;
import java.util.List;
import java.util.Optional;

/** Goals and their outbox in the collection {@code goals}, one document per brand. */
public final class MongoGoalRepository extends VersionedEventCollection<BrandGoalsSet> implements GoalRepository {

    /** The repository of a database. */
    public MongoGoalRepository(MongoDatabase database) {
        super(
                database.getCollection("goals"),
                BrandGoalsSet.class,
                each -> each.brandKey().key(),
                BrandGoalsSet::version);
    }

    @Override
    public Optional<BrandGoalsSet> find(BrandKey brand) {
        return findByIds(List.of(brand.key())).stream().findFirst();
    }
}
