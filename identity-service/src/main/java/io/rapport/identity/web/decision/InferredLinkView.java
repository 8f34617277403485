package io.rapport.identity.web.decision;

import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.Decision;
import io.rapport.identity.domain.link.InferredLinkQuery.InferredLink;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link inferred from similarity that no human has confirmed.
 *
 * @param person the surviving person
 * @param name their name
 * @param other the person merged into them
 */
record InferredLinkView(UUID person, @Nullable String name, UUID other, AssignmentStatus status, Decision decision) {

    static InferredLinkView of(InferredLink link) {
        return new InferredLinkView(
                link.person().person(), link.person().name(), link.other(), AssignmentStatus.INFERRED, link.decision());
    }
}
