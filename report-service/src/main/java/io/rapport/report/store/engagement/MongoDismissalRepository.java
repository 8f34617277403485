package io.rapport.report.store.engagement;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.conversation.ConversationDismissed;
import io.rapport.report.domain.conversation.DismissalRepository;
import io.rapport.report.domain.store.EventOutbox;
import io.rapport.report.store.decision.VersionedEventCollection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Dismissals and their outbox in the collection {@code dismissals}, one document per handle. */
public final class MongoDismissalRepository implements DismissalRepository, EventOutbox<ConversationDismissed> {

    private final VersionedEventCollection<ConversationDismissed> dismissals;

    /** The repository of a database. */
    public MongoDismissalRepository(MongoDatabase database) {
        this.dismissals = new VersionedEventCollection<>(
                database.getCollection("dismissals"),
                ConversationDismissed.class,
                dismissal -> dismissal.handleKey().key(),
                ConversationDismissed::version);
    }

    /** Creates the indexes that are missing. */
    public void createIndexes() {
        dismissals.createIndexes();
    }

    @Override
    public Map<HandleKey, ConversationDismissed> findAll(Collection<HandleKey> handles) {
        var found = new HashMap<HandleKey, ConversationDismissed>();
        dismissals.findAll(keys(handles)).forEach(each -> found.put(each.handleKey(), each));
        return found;
    }

    @Override
    public boolean saveNextVersion(ConversationDismissed dismissal) {
        return dismissals.saveNextVersion(dismissal);
    }

    @Override
    public void saveNewer(Collection<ConversationDismissed> published) {
        dismissals.saveNewer(published);
    }

    @Override
    public long delete(Collection<HandleKey> handles) {
        return dismissals.delete(keys(handles));
    }

    @Override
    public List<ConversationDismissed> findPending() {
        return dismissals.findPending();
    }

    @Override
    public void markPublished(ConversationDismissed dismissal) {
        dismissals.markPublished(dismissal);
    }

    private static List<String> keys(Collection<HandleKey> handles) {
        return handles.stream().map(HandleKey::key).toList();
    }
}
