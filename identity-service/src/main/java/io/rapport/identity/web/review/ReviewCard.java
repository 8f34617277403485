package io.rapport.identity.web.review;

import io.rapport.identity.web.display.EvidenceBar;
import io.rapport.identity.web.display.PersonCard;
import java.util.List;
import java.util.UUID;

/**
 * A review as shown on pages.
 *
 * @param cursor its position in the queue
 * @param probability as a percentage
 * @param bars its evidence
 * @param against contradictions
 * @param strongest the evidence with the largest weight
 */
record ReviewCard(
        UUID id,
        String cursor,
        String probability,
        PersonCard one,
        PersonCard two,
        List<EvidenceBar> bars,
        List<String> against,
        String strongest) {}
