package io.rapport.report.domain.conversation;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.conversation.ConversationDismissed;
import io.rapport.report.domain.decision.DecisionRepository;
import java.util.Collection;
import java.util.Map;

/** Decisions that questions need no answer, one for each handle. */
public interface DismissalRepository extends DecisionRepository<ConversationDismissed> {

    /** The decisions about these handles; handles without one are left out. */
    Map<HandleKey, ConversationDismissed> findAll(Collection<HandleKey> handles);

    /** Deletes the decisions about these handles; returns how many existed. */
    long delete(Collection<HandleKey> handles);
}
