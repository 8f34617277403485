package io.rapport.identity.web.decision;

import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.Decision;
import io.rapport.identity.domain.link.InferredLinkQuery.InferredLink;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link that likeness made and nobody has confirmed.
 *
 * @param person who leads it
 * @param name what they are called
 * @param other who was found to be the same person
 */
record InferredLinkView(UUID person, @Nullable String name, UUID other, AssignmentStatus status, Decision decision) {

    static InferredLinkView of(InferredLink link) {
        return new InferredLinkView(
                link.person().person(), link.person().name(), link.other(), AssignmentStatus.INFERRED, link.decision());
    }
}
