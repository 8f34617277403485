package io.rapport.report.store.decision;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.reminder.PersonReminders;
import io.rapport.report.domain.reminder.ReminderRepository;
import java.util.List;
import org.bson.conversions.Bson;

/** Reminders about people and their outbox in the collection {@code reminders}, one document per person. */
public final class MongoReminderRepository extends PersonDecisionCollection<PersonReminders>
        implements ReminderRepository {

    private static final String NEXT_DUE = "nextDue";

    /** The order of {@link #findOpen}. */
    public static final Bson EARLIEST = ascending(eventPath(NEXT_DUE));

    /** The repository of a database. */
    public MongoReminderRepository(MongoDatabase database) {
        super(
                database.getCollection("reminders"),
                PersonReminders.class,
                PersonReminders::brandKey,
                PersonReminders::person,
                PersonReminders::version);
    }

    @Override
    public void createIndexes() {
        super.createIndexes();
        createBrandIndex(NEXT_DUE);
    }

    @Override
    public List<PersonReminders> findOpen(BrandKey brand, int limit) {
        return find(open(brand), EARLIEST, limit);
    }

    /** The filter of {@link #findOpen}: a state without an open reminder has no such day. */
    public static Bson open(BrandKey brand) {
        return ofBrand(brand, gte(eventPath(NEXT_DUE), ""));
    }
}
