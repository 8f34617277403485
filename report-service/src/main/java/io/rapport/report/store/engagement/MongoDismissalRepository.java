package io.rapport.report.store.engagement;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.conversation.ConversationDismissed;
import io.rapport.report.domain.conversation.DismissalRepository;
import io.rapport.report.store.decision.VersionedEventCollection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Dismissals and their outbox in the collection {@code dismissals}, one document per handle. */
public final class MongoDismissalRepository extends VersionedEventCollection<ConversationDismissed>
        implements DismissalRepository {

    /** The repository of a database. */
    public MongoDismissalRepository(MongoDatabase database) {
        super(
                database.getCollection("dismissals"),
                ConversationDismissed.class,
                dismissal -> dismissal.handleKey().key(),
                ConversationDismissed::version);
    }

    @Override
    public Map<HandleKey, ConversationDismissed> findAll(Collection<HandleKey> handles) {
        var found = new HashMap<HandleKey, ConversationDismissed>();
        findByIds(keys(handles)).forEach(each -> found.put(each.handleKey(), each));
        return found;
    }

    @Override
    public long delete(Collection<HandleKey> handles) {
        return deleteByIds(keys(handles));
    }

    private static List<String> keys(Collection<HandleKey> handles) {
        return handles.stream().map(HandleKey::key).toList();
    }
}
