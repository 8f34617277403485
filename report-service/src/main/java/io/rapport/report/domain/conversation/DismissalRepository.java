package io.rapport.report.domain.conversation;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.conversation.ConversationDismissed;
import java.util.Collection;
import java.util.Map;

/**
 * Decisions that questions need no answer, one for each handle. A decision and its entry in the outbox are one document, so
 * that both are written atomically.
 */
public interface DismissalRepository {

    /** The decisions about these handles; handles without one are left out. */
    Map<HandleKey, ConversationDismissed> findAll(Collection<HandleKey> handles);

    /**
     * Compare-and-set: saves the next version of a decision as pending, if the version before it is the stored one.
     *
     * @return false if it is not; nothing is changed then
     */
    boolean saveNextVersion(ConversationDismissed dismissal);

    /** Saves published decisions; of each handle the highest version is kept. */
    void saveNewer(Collection<ConversationDismissed> published);

    /** Deletes the decisions about these handles; returns how many existed. */
    long delete(Collection<HandleKey> handles);
}
