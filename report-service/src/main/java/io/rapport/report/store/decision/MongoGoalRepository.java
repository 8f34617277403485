package io.rapport.report.store.decision;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandGoalsSet;
import io.rapport.report.domain.goal.GoalRepository;
import io.rapport.report.domain.store.EventOutbox;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Goals and their outbox in the collection {@code goals}, one document per brand. */
public final class MongoGoalRepository implements GoalRepository, EventOutbox<BrandGoalsSet> {

    private final VersionedEventCollection<BrandGoalsSet> goals;

    /** The repository of a database. */
    public MongoGoalRepository(MongoDatabase database) {
        this.goals = new VersionedEventCollection<>(
                database.getCollection("goals"),
                BrandGoalsSet.class,
                each -> each.brandKey().key(),
                BrandGoalsSet::version);
    }

    /** Creates the indexes that are missing. */
    public void createIndexes() {
        goals.createIndexes();
    }

    @Override
    public Optional<BrandGoalsSet> find(BrandKey brand) {
        return goals.findAll(List.of(brand.key())).stream().findFirst();
    }

    @Override
    public boolean saveNextVersion(BrandGoalsSet set) {
        return goals.saveNextVersion(set);
    }

    @Override
    public void saveNewer(Collection<BrandGoalsSet> published) {
        goals.saveNewer(published);
    }

    @Override
    public List<BrandGoalsSet> findPending() {
        return goals.findPending();
    }

    @Override
    public void markPublished(BrandGoalsSet set) {
        goals.markPublished(set);
    }
}
