package io.rapport.report.store.decision;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.month.MonthCompleted;
import io.rapport.report.domain.month.CompletedMonthRepository;
import java.util.List;
import java.util.Optional;

/** The newest completed months and their outbox in the collection {@code completedMonths}, one document per brand. */
public final class MongoCompletedMonthRepository extends VersionedEventCollection<MonthCompleted>
        implements CompletedMonthRepository {

    /** The repository of a database. */
    public MongoCompletedMonthRepository(MongoDatabase database) {
        super(
                database.getCollection("completedMonths"),
                MonthCompleted.class,
                each -> each.brandKey().key(),
                MonthCompleted::sequence);
    }

    @Override
    public Optional<MonthCompleted> find(BrandKey brand) {
        return findByIds(List.of(brand.key())).stream().findFirst();
    }
}
